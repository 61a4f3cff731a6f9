package org.ringback.command;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.ringback.answers.Answers;
import org.ringback.answers.CallShare;
import org.ringback.call.Call;
import org.ringback.call.JointCall;
import org.ringback.export.MadeUp;
import org.ringback.language.Texts;
import org.ringback.pseudonym.Preview;
import org.ringback.reading.Examined;
import org.ringback.report.LadderPicture;
import org.ringback.report.Selection;
import org.ringback.words.PseudonymWords;
import org.ringback.words.ShareText;

/** Gives calls of files away, as the window does: as they are or with pseudonyms, and then says what stays. */
final class ShareCommand {

    private final FileReading files;
    private final Answers answers;
    private final ShareOutput output;
    private final Texts texts;

    ShareCommand(FileReading files, Answers answers, ShareOutput output) {
        this.files = files;
        this.answers = answers;
        this.output = output;
        this.texts = output.texts();
    }

    /** Writes what was asked for; gives the exit code. */
    ExitCode run(Request.Share asked) {
        output.check(asked);
        return files.run(
                asked.files(),
                /* always= */ false,
                (names, reading, faults) -> {
                    Examined examined = reading.examined();
                    faults.tellParts(examined.unusable(), names);
                    List<Call> calls = calls(asked.which(), examined);
                    if (calls.isEmpty()) {
                        throw nothing(asked.which());
                    }
                    Selection selection = Selection.of(calls, examined.legs(), examined);
                    share(asked, selection, faults);
                    return ExitCode.ANSWERED;
                });
    }

    private static List<Call> calls(WhichCalls which, Examined examined) {
        return switch (which) {
            case WhichCalls.All _ -> examined.calls();
            case WhichCalls.Problems _ ->
                examined.calls().stream()
                        .filter(call -> call.outcome().failed())
                        .toList();
            case WhichCalls.Named(String callId) ->
                examined.legs().joined(examined.calls()).stream()
                        .map(JointCall::legs)
                        .filter(legs ->
                                legs.stream().anyMatch(leg -> leg.callId().equals(callId)))
                        .flatMap(List::stream)
                        .toList();
        };
    }

    private CommandRefusal nothing(WhichCalls which) {
        return which instanceof WhichCalls.Named(String callId)
                ? CommandRefusal.nothingFound(
                        texts, ShareCommandText.NO_SUCH_CALL, Typed.printable(callId), Command.CALLS.call("FILE"))
                : CommandRefusal.nothingFound(texts, ShareCommandText.NO_CALLS);
    }

    private void share(Request.Share asked, Selection original, FileFaults faults) {
        Selection selection = asked.pseudonyms()
                .map(likeness -> original.pseudonymized(likeness, new SecureRandom(), () -> false))
                .orElse(original);
        var share = new CallShare(answers, ZoneId.systemDefault(), LadderPicture.usual());
        Set<MadeUp> madeUp = output.write(asked.output(), out -> share.write(selection, asked.format(), out));
        selection
                .preview()
                .map(preview -> asked.format().page() ? preview : preview.with(false))
                .ifPresent(preview -> tell(preview, faults));
        madeUp.stream().sorted().map(ShareText::of).map(texts::get).forEach(faults::tell);
    }

    private void tell(Preview preview, FileFaults faults) {
        var words = new PseudonymWords(texts);
        faults.tell(words.limits(preview));
        words.stays(preview).forEach(faults::listed);
    }
}
