package org.ringback.window.kit;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.call.Note;
import org.ringback.session.Session;

/**
 * Something at which the user can note something: a call or a message.
 *
 * @param note what is noted there now
 * @param keep notes something else there
 */
public record NoteTarget(Supplier<Note> note, Consumer<Note> keep) {

    /** A call as a whole. */
    public static NoteTarget of(Session session, Call call) {
        var notes = session.calls().notes();
        return new NoteTarget(
                () -> notes.of(call),
                note -> notes.note(call, note, session.calls().undo()));
    }

    /** One message of a call. */
    public static NoteTarget of(Session session, Call call, Message message) {
        var notes = session.calls().notes();
        return new NoteTarget(
                () -> notes.of(call, message),
                note -> notes.note(call, message, note, session.calls().undo()));
    }

    /** Marks it, or takes the mark away. */
    public void toggle() {
        keep.accept(note.get().withMark(!note.get().marked()));
    }
}
