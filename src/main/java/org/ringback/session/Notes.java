package org.ringback.session;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.call.Note;
import org.ringback.report.Remarks;
import org.ringback.settings.Settings;

/**
 * What the user has noted at calls and messages. They are known again by what they say and between whom, in whatever file
 * they are opened next; what is kept of them tells nothing of the call. For the screen's thread.
 */
public final class Notes {

    /** The oldest ones go first: nobody looks after so many. */
    private static final int MOST = 2_000;

    private final ReadOnlyObjectWrapper<Map<Key, Note>> all = new ReadOnlyObjectWrapper<>(this, "all", Map.of());

    /**
     * What a note stands at.
     *
     * @param callId tells under which Call-ID
     * @param message tells which of its messages, or which call by its first one
     */
    private record Key(String callId, String message) {

        static Key of(Call call) {
            return new Key(under(call), "c" + said(call.opening()));
        }

        static Key of(Call call, Message message) {
            return new Key(under(call), "m" + said(message));
        }

        private static String under(Call call) {
            return Digest.of(call.callId().getBytes(StandardCharsets.UTF_8));
        }

        /** Another clock or another file makes no other message of it. */
        private static String said(Message message) {
            var captured = message.captured();
            return Digest.of(
                    (captured.source().text() + ' ' + captured.destination().text() + '\n')
                            .getBytes(StandardCharsets.UTF_8),
                    captured.bytes().toArray(ValueLayout.JAVA_BYTE));
        }
    }

    /** Begins with what was noted before. */
    Notes(List<Settings.Note> remembered) {
        Map<Key, Note> known = new LinkedHashMap<>();
        remembered.forEach(
                note -> known.put(new Key(note.callId(), note.message()), new Note(note.marked(), note.text())));
        set(known);
    }

    private void set(Map<Key, Note> notes) {
        List<Map.Entry<Key, Note>> kept = notes.entrySet().stream()
                .filter(note -> !note.getValue().nothing())
                .toList();
        Map<Key, Note> newest = new LinkedHashMap<>();
        kept.subList(Math.max(0, kept.size() - MOST), kept.size())
                .forEach(note -> newest.put(note.getKey(), note.getValue()));
        all.set(newest);
    }

    /** What is noted at a call; {@link Note#NONE} if nothing is. */
    public Note of(Call call) {
        return all.get().isEmpty() ? Note.NONE : all.get().getOrDefault(Key.of(call), Note.NONE);
    }

    /** What is noted at a message of a call. */
    public Note of(Call call, Message message) {
        return all.get().isEmpty() ? Note.NONE : all.get().getOrDefault(Key.of(call, message), Note.NONE);
    }

    /**
     * Notes something at a call instead of what was noted there.
     *
     * @param undo learns how to take it back
     */
    public void note(Call call, Note note, Undo undo) {
        change(Map.of(Key.of(call), note), undo);
    }

    /**
     * Notes something at a message.
     *
     * @param undo learns how to take it back
     */
    public void note(Call call, Message message, Note note, Undo undo) {
        change(Map.of(Key.of(call, message), note), undo);
    }

    /**
     * Marks all of these calls, or takes the mark away from all if each has one. It is undone as it was done: at once.
     *
     * @param undo learns how to take it back
     */
    public void mark(List<Call> calls, Undo undo) {
        boolean marked = calls.stream().allMatch(call -> of(call).marked());
        Map<Key, Note> wanted = new LinkedHashMap<>();
        calls.forEach(call -> wanted.put(Key.of(call), of(call).withMark(!marked)));
        change(wanted, undo);
    }

    private void change(Map<Key, Note> wanted, Undo undo) {
        Map<Key, Note> then = new LinkedHashMap<>();
        wanted.forEach((key, note) -> {
            Note before = all.get().getOrDefault(key, Note.NONE);
            if (!before.equals(note)) {
                then.put(key, before);
            }
        });
        if (!then.isEmpty()) {
            put(wanted);
            undo.note(new Undo.Step(UndoText.NOTED, null, 0, () -> put(then)));
        }
    }

    /** What was noted last is the newest. */
    private void put(Map<Key, Note> notes) {
        Map<Key, Note> after = new LinkedHashMap<>(all.get());
        after.keySet().removeAll(notes.keySet());
        after.putAll(notes);
        set(after);
    }

    /** What is noted at these calls and at their messages, for a report about them. */
    Remarks of(List<Call> some) {
        Noted noted = noted();
        Map<Call, Note> calls = new HashMap<>();
        Map<Message, Note> messages = new HashMap<>();
        some.stream().filter(noted::at).forEach(call -> {
            calls.put(call, of(call));
            call.messages().forEach(message -> messages.put(message, of(call, message)));
        });
        calls.values().removeIf(Note::nothing);
        messages.values().removeIf(Note::nothing);
        return new Remarks(calls, messages);
    }

    /** Changes whenever something is noted. */
    public ReadOnlyObjectProperty<?> changedProperty() {
        return all.getReadOnlyProperty();
    }

    /** Under which Call-IDs something is noted now, for any thread. */
    Noted noted() {
        return new Noted(all.get().keySet().stream().map(Key::callId).collect(Collectors.toUnmodifiableSet()));
    }

    /** Where something is noted. */
    record Noted(Set<String> callIds) {

        /** Whether something is noted at a call, at one of its messages, or at another leg of the same Call-ID. */
        boolean at(Call call) {
            return !callIds.isEmpty() && callIds.contains(Key.under(call));
        }
    }

    /** As they stand in the settings file, the oldest first. */
    List<Settings.Note> remembered() {
        var notes = new ArrayList<Settings.Note>();
        all.get()
                .forEach((key, note) ->
                        notes.add(new Settings.Note(key.callId(), key.message(), note.marked(), note.text())));
        return notes;
    }
}
