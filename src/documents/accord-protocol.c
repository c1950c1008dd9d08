/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests and replies as bytes. Both sides run on one machine and come from one
 * build, so numbers are the machine's own. The client trusts no reply. */
#include "documents/accord-protocol.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "documents/accord-loader-error.h"

#define REQUEST_MAGIC 0x31515241u /* "ARQ1" */
#define REPLY_MAGIC 0x31505241u   /* "ARP1" */
#define N_STRINGS 4
#define SENTENCE_MAX 4096u

/* Followed by the strings, each ended by NUL; those that are NULL are missing. */
typedef struct
{
  guint32 magic;
  guint32 stop;
  guint64 id;
  guint32 mode;
  guint8 has[N_STRINGS];
} Head;

/* What a name or tag may take of a message. */
#define STRING_MOST 300

static gboolean
send_bytes (int socket, const void *data, gsize length, const int *fds, guint n_fds)
{
  struct iovec vector = { (void *) data, length };
  union
  {
    struct cmsghdr align;
    char bytes[CMSG_SPACE (2 * sizeof (int))];
  } control = { 0 };
  struct msghdr message = { .msg_iov = &vector, .msg_iovlen = 1 };
  gssize n = 0;

  if (n_fds > 0)
    {
      struct cmsghdr *head = NULL;

      message.msg_control = control.bytes;
      message.msg_controllen = CMSG_SPACE (n_fds * sizeof (int));
      head = CMSG_FIRSTHDR (&message);
      head->cmsg_level = SOL_SOCKET;
      head->cmsg_type = SCM_RIGHTS;
      head->cmsg_len = CMSG_LEN (n_fds * sizeof (int));
      memcpy (CMSG_DATA (head), fds, n_fds * sizeof (int));
    }
  do
    n = sendmsg (socket, &message, MSG_NOSIGNAL);
  while (n < 0 && errno == EINTR);
  return n == (gssize) length;
}

/**
 * accord_protocol_send:
 * @socket: to the helper process
 * @id: a number that no other request has
 * @request: what is wanted
 * @source: descriptor of the bytes
 * @reply: descriptor of the pipe to answer into
 *
 * Returns: whether it was sent; FALSE means that the helper is gone
 */
gboolean
accord_protocol_send (
  int socket, guint64 id, const AccordReadRequest *request, int source, int reply)
{
  const char *strings[N_STRINGS] = { request->name, request->encoding, request->language,
                                     request->password };
  Head head = { .magic = REQUEST_MAGIC, .id = id, .mode = request->mode };
  const int fds[] = { source, reply };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (guint i = 0; i < N_STRINGS; i++)
    head.has[i] = strings[i] != NULL;
  g_byte_array_append (bytes, (const guint8 *) &head, sizeof (head));
  for (guint i = 0; i < N_STRINGS; i++)
    {
      gsize n = strings[i] != NULL ? strlen (strings[i]) : 0;
      gsize most = MIN (n, STRING_MOST);

      /* The end of a name is what counts: its suffix. */
      if (strings[i] != NULL)
        g_byte_array_append (bytes, (const guint8 *) strings[i] + n - most, most + 1);
    }
  return send_bytes (socket, bytes->data, bytes->len, fds, G_N_ELEMENTS (fds));
}

/**
 * accord_protocol_send_stop:
 * @socket: to the helper process
 * @id: of a request; one that is done or unknown is no fault
 *
 * Returns: whether it was sent
 */
gboolean
accord_protocol_send_stop (int socket, guint64 id)
{
  Head head = { .magic = REQUEST_MAGIC, .stop = 1, .id = id };

  return send_bytes (socket, &head, sizeof (head), NULL, 0);
}

static void
take_descriptors (struct msghdr *from, AccordMessage *message)
{
  struct cmsghdr *head = CMSG_FIRSTHDR (from);
  int fds[2] = { -1, -1 };

  if (head != NULL && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS)
    memcpy (fds, CMSG_DATA (head), MIN (head->cmsg_len - CMSG_LEN (0), sizeof (fds)));
  message->source = fds[0];
  message->reply = fds[1];
}

static gboolean
parse_request (AccordMessage *message, gsize length)
{
  const char **strings[N_STRINGS] = { &message->request.name, &message->request.encoding,
                                      &message->request.language, &message->request.password };
  const char *at = message->buffer + sizeof (Head), *end = message->buffer + length;
  Head head;

  if (length < sizeof (head))
    return FALSE;
  memcpy (&head, message->buffer, sizeof (head));
  message->id = head.id;
  message->stop = head.stop != 0;
  if (head.magic != REQUEST_MAGIC || head.mode >= ACCORD_N_READ_MODES)
    return FALSE;
  message->request.mode = head.mode;
  for (guint i = 0; i < N_STRINGS; i++)
    {
      const char *stop = head.has[i] ? memchr (at, '\0', end - at) : NULL;

      if (head.has[i] && stop == NULL)
        return FALSE;
      *strings[i] = head.has[i] ? at : NULL;
      at = head.has[i] ? stop + 1 : at;
    }
  return message->stop || (message->source >= 0 && message->reply >= 0);
}

/**
 * accord_protocol_receive:
 * @socket: to the client
 * @message: (out caller-allocates): what came; its descriptors are the caller's to close
 *
 * Waits for the next message.
 *
 * Returns: what came
 */
AccordReceived
accord_protocol_receive (int socket, AccordMessage *message)
{
  struct iovec vector = { message->buffer, sizeof (message->buffer) };
  union
  {
    struct cmsghdr align;
    char bytes[CMSG_SPACE (2 * sizeof (int))];
  } control = { 0 };
  struct msghdr from = { .msg_iov = &vector,
                         .msg_iovlen = 1,
                         .msg_control = control.bytes,
                         .msg_controllen = sizeof (control.bytes) };
  gssize n = 0;

  message->request = (AccordReadRequest){ 0 };
  message->source = message->reply = -1;
  do
    n = recvmsg (socket, &from, MSG_CMSG_CLOEXEC);
  while (n < 0 && errno == EINTR);
  if (n <= 0)
    return ACCORD_RECEIVED_END;
  take_descriptors (&from, message);
  return parse_request (message, (gsize) n) ? ACCORD_RECEIVED_MESSAGE : ACCORD_RECEIVED_NONSENSE;
}

static gboolean
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      data += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

/**
 * accord_protocol_reply:
 * @fd: the pipe to answer into
 * @source: (nullable): what accord_source_serialize() made
 * @error: (nullable): an error of ACCORD_LOADER_ERROR; counts where @source is NULL or larger than
 * ACCORD_REPLY_MAX
 *
 * Returns: whether it was written whole
 */
gboolean
accord_protocol_reply (int fd, GBytes *source, const GError *error)
{
  gsize length = 0;
  const guint8 *data = source != NULL ? g_bytes_get_data (source, &length) : NULL;
  guint32 header[ACCORD_REPLY_HEADER / 4] = { REPLY_MAGIC, 0, 0 };

  if (data == NULL)
    {
      const char *sentence = error != NULL ? error->message : "";

      header[1] = 1 + (error != NULL ? (guint32) error->code : ACCORD_LOADER_ERROR_STOPPED);
      data = (const guint8 *) sentence;
      length = MIN (strlen (sentence), SENTENCE_MAX);
    }
  header[2] = (guint32) length;
  return write_all (fd, (const guint8 *) header, sizeof (header)) && write_all (fd, data, length);
}

/**
 * accord_protocol_check_header:
 * @header: ACCORD_REPLY_HEADER bytes that came
 * @code: (out): 0 for a source, else 1 + an #AccordLoaderError
 * @length: (out): how many bytes follow, at most ACCORD_REPLY_MAX
 *
 * Returns: whether it is the header of a reply
 */
gboolean
accord_protocol_check_header (const guint8 *header, guint32 *code, guint32 *length)
{
  guint32 numbers[ACCORD_REPLY_HEADER / 4];

  memcpy (numbers, header, sizeof (numbers));
  *code = numbers[1];
  *length = numbers[2];
  return numbers[0] == REPLY_MAGIC && *code <= ACCORD_N_LOADER_ERRORS &&
         *length <= (*code == 0 ? ACCORD_REPLY_MAX : SENTENCE_MAX);
}

/**
 * accord_protocol_read_reply:
 * @code: of the header
 * @payload: what followed it
 * @error: return location for an error: the one that was told, or ACCORD_LOADER_ERROR_STOPPED
 *
 * Returns: (transfer full): the source that was told, or NULL
 */
AccordSource *
accord_protocol_read_reply (guint32 code, GBytes *payload, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (payload, &length);
  g_autofree char *sentence = NULL;

  if (code == 0)
    return accord_source_deserialize (payload, error);
  if (length == 0)
    g_set_error_literal (error, ACCORD_LOADER_ERROR, ACCORD_LOADER_ERROR_STOPPED,
                         _ ("could not be read: the reader stopped"));
  else
    {
      sentence = g_utf8_make_valid (data, (gssize) length);
      g_set_error_literal (error, ACCORD_LOADER_ERROR, (int) code - 1, sentence);
    }
  return NULL;
}
