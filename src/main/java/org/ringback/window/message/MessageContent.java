package org.ringback.window.message;

import org.ringback.answers.Answers;

/** A message or two, or a packet that is none, as they are read. Another language changes the words around them, and not where the reader is. */
sealed interface MessageContent permits MessageReader, MessageComparison, EventReader {

    void speak(Answers answers);
}
