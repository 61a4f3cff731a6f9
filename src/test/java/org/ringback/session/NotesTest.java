package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.call.Note;
import org.ringback.settings.Settings;

/** What was noted is found again at the same call and message, wherever they are opened, and nowhere else. */
class NotesTest {

    private final ShownCalls shown = new ShownCalls();
    private final CallsModel calls = shown.model;
    private final Notes notes = calls.notes();

    private CallRow row(int place) {
        return shown.rows().get(place);
    }

    @Test
    void aNoteIsThereAgainWhenTheSameCallsAreReadOnceMore() {
        calls.openSample();
        Message last = row(2).call().messages().getLast();
        notes.note(row(1).call(), new Note(true, "ask the carrier"), calls.undo());
        notes.note(row(2).call(), last, new Note(false, "here"), calls.undo());

        var later = new Notes(notes.remembered());
        var read = new ShownCalls();
        read.model.openSample();

        List<CallRow> again = read.rows();
        assertThat(later.of(again.get(1).call())).isEqualTo(new Note(true, "ask the carrier"));
        assertThat(later.of(again.get(2).call(), again.get(2).call().messages().getLast())
                        .text())
                .isEqualTo("here");
        assertThat(later.of(again.get(2).call())).isEqualTo(Note.NONE);
        assertThat(later.of(again.get(0).call())).isEqualTo(Note.NONE);
        assertThat(again.get(1).call().messages())
                .allMatch(message -> later.of(again.get(1).call(), message).nothing());
    }

    @Test
    void whatIsRememberedTellsNothingOfTheCall() {
        calls.openSample();
        var call = row(1).call();
        notes.note(call, new Note(true, ""), calls.undo());

        assertThat(notes.remembered().toString())
                .doesNotContain(
                        call.callId(),
                        call.from().user(),
                        call.opening().captured().source().text());
    }

    @Test
    void onlyCallsWithANoteAreSeenOnRequestAlsoIfItStandsAtAMessage() {
        calls.openSample();
        CallRow marked = row(1);
        CallRow said = row(3);
        notes.note(marked.call(), new Note(true, ""), calls.undo());
        notes.note(said.call(), said.call().messages().getFirst(), new Note(false, "late"), calls.undo());

        assertThat(calls.listProperty().get().noted()).isEqualTo(2);
        shown.narrow(CallFilter.USUAL.withNotedOnly(true));
        assertThat(shown.rows()).containsExactly(marked, said);
        notes.note(marked.call(), Note.NONE, calls.undo());
        assertThat(shown.rows()).containsExactly(said);
    }

    @Test
    void aChangedNoteIsBroughtBackAndNothingElse() {
        calls.openSample();
        notes.note(row(1).call(), new Note(false, "first"), calls.undo());
        notes.note(row(1).call(), new Note(false, "second"), calls.undo());
        notes.note(row(2).call(), new Note(true, ""), calls.undo());

        calls.undo().undo();
        assertThat(notes.of(row(2).call())).isEqualTo(Note.NONE);
        calls.undo().undo();
        assertThat(notes.of(row(1).call()).text()).isEqualTo("first");
    }

    @Test
    void severalCallsAreMarkedTogetherAndUnmarkedTogetherInOneStep() {
        calls.openSample();
        notes.note(row(2).call(), new Note(true, "first"), calls.undo());
        List<Call> some = List.of(row(1).call(), row(2).call());

        notes.mark(some, calls.undo());
        assertThat(some).allMatch(call -> notes.of(call).marked());
        notes.mark(some, calls.undo());
        assertThat(some).noneMatch(call -> notes.of(call).marked());
        assertThat(notes.of(row(2).call()).text()).isEqualTo("first");
        calls.undo().undo();
        assertThat(some).allMatch(call -> notes.of(call).marked());
        calls.undo().undo();
        assertThat(notes.of(row(1).call()).nothing()).isTrue();
        assertThat(notes.of(row(2).call())).isEqualTo(new Note(true, "first"));
    }

    @Test
    void ofVeryManyNotesTheOldestOnesGo() {
        List<Settings.Note> many = new ArrayList<>();
        IntStream.range(0, 3_000).forEach(i -> many.add(new Settings.Note("id" + i, "m", true, "")));

        List<Settings.Note> kept = new Notes(many).remembered();

        assertThat(kept).hasSize(2_000).contains(many.getLast()).doesNotContain(many.getFirst());
    }

    @Test
    void blanksAndWhatIsMuchTooLongAreNoNote() {
        assertThat(new Note(false, "  \n ").nothing()).isTrue();
        assertThat(new Note(false, "x".repeat(5_000)).text()).hasSize(2_000);
        assertThat(new Note(true, "b").withText(" a ")).isEqualTo(new Note(true, "a"));
    }
}
