package org.ringback.ladder;

import java.util.Optional;
import org.ringback.call.Message;

/**
 * What is known of a message before columns are made.
 *
 * @param repeats the message that it repeats
 */
record Arrow(Message message, int leg, String label, Optional<Media> media, Optional<Message> repeats) {}
