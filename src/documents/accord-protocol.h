/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the client and the helper process say to each other. Requests go over one
 * socket that keeps messages apart, so that threads need no lock to send; each brings
 * the descriptor to read from and the pipe to answer into, so that answers never mix. */
#pragma once

#include "documents/accord-source.h"

G_BEGIN_DECLS

/* The most bytes of a request; a longer name loses its beginning. */
#define ACCORD_MESSAGE_MAX 1536
#define ACCORD_REPLY_HEADER 12

/**
 * AccordMessage:
 * @id: of the request that is made or stopped
 * @stop: whether to stop that request, else to make it
 * @request: what is wanted; its strings lie in @buffer
 * @source: descriptor of the bytes, or -1
 * @reply: descriptor of the pipe to answer into, or -1
 */
typedef struct
{
  guint64 id;
  gboolean stop;
  AccordReadRequest request;
  int source;
  int reply;
  char buffer[ACCORD_MESSAGE_MAX];
} AccordMessage;

/**
 * AccordReceived:
 * @ACCORD_RECEIVED_MESSAGE: a message came
 * @ACCORD_RECEIVED_END: the other side has closed the socket
 * @ACCORD_RECEIVED_NONSENSE: what came is no message
 */
typedef enum
{
  ACCORD_RECEIVED_MESSAGE,
  ACCORD_RECEIVED_END,
  ACCORD_RECEIVED_NONSENSE,
} AccordReceived;

gboolean accord_protocol_send (
  int socket, guint64 id, const AccordReadRequest *request, int source, int reply);
gboolean accord_protocol_send_stop (int socket, guint64 id);
AccordReceived accord_protocol_receive (int socket, AccordMessage *message);

gboolean accord_protocol_reply (int fd, GBytes *source, const GError *error);
gboolean accord_protocol_check_header (const guint8 *header, guint32 *code, guint32 *length);
AccordSource *accord_protocol_read_reply (guint32 code,
                                          GBytes *payload,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
