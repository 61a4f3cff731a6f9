package org.ringback.window.ladder;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.ringback.call.Message;
import org.ringback.call.Note;

/** What a ladder leads to when the user asks for more than an arrow. */
public interface LadderReader {

    /** The user has chosen an arrow in the ladder, and not its message elsewhere. */
    void chosen();

    /** The user has clicked on a stream of media. */
    default void openMedia() {}

    /** The user wants to read the message of the chosen arrow. */
    void openMessage();

    /** The user wants to know what a response code means. */
    void openCode(int code);

    /** What the user has noted at a message. */
    default Note note(Message message) {
        return Note.NONE;
    }

    /**
     * What can be done with a message.
     *
     * @param beside the row of its arrow
     */
    default List<MenuItem> offers(Message message, Node beside) {
        return List.of();
    }
}
