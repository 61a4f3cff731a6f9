package org.ringback.session;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
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

    /** Enough for as many messages as anybody opens. */
    private static final int BYTES = 8;

    private final ReadOnlyObjectWrapper<Map<Key, Note>> all = new ReadOnlyObjectWrapper<>(this, "all", Map.of());

    /**
     * What a note stands at.
     *
     * @param callId tells under which Call-ID
     * @param message tells which of its messages, or which call by its first one
     */
    private record Key(String callId, String message) {

        static Key of(Call call) {
            return new Key(digest(call.callId().getBytes(StandardCharsets.UTF_8)), "c" + said(call.opening()));
        }

        static Key of(Call call, Message message) {
            return new Key(digest(call.callId().getBytes(StandardCharsets.UTF_8)), "m" + said(message));
        }

        /** Another clock or another file makes no other message of it. */
        private static String said(Message message) {
            var captured = message.captured();
            return digest(
                    (captured.source().text() + ' ' + captured.destination().text() + '\n')
                            .getBytes(StandardCharsets.UTF_8),
                    captured.bytes().toArray(ValueLayout.JAVA_BYTE));
        }

        private static String digest(byte[]... parts) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (byte[] part : parts) {
                    digest.update(part);
                }
                return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256.", e);
            }
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
        change(Key.of(call), note, undo);
    }

    /**
     * Notes something at a message.
     *
     * @param undo learns how to take it back
     */
    public void note(Call call, Message message, Note note, Undo undo) {
        change(Key.of(call, message), note, undo);
    }

    private void change(Key key, Note note, Undo undo) {
        Map<Key, Note> before = all.get();
        if (before.getOrDefault(key, Note.NONE).equals(note)) {
            return;
        }
        Map<Key, Note> after = new LinkedHashMap<>(before);
        after.remove(key);
        after.put(key, note);
        set(after);
        undo.note(new Undo.Step(UndoText.NOTED, null, 0, () -> {
            Map<Key, Note> back = new LinkedHashMap<>(all.get());
            back.put(key, before.getOrDefault(key, Note.NONE));
            set(back);
        }));
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
            return !callIds.isEmpty()
                    && callIds.contains(Key.digest(call.callId().getBytes(StandardCharsets.UTF_8)));
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
