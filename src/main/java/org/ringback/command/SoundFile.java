package org.ringback.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ringback.call.Call;
import org.ringback.diagnosis.Listing;
import org.ringback.diagnosis.Spans;
import org.ringback.export.WholeFile;
import org.ringback.flow.CallMedia;
import org.ringback.hearing.SpokenCall;
import org.ringback.language.Texts;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Examined;

/** Writes what was said in a call into a WAV file. */
final class SoundFile {

    private final CaptureSource source;
    private final Texts texts;

    SoundFile(CaptureSource source, Texts texts) {
        this.source = source;
        this.texts = texts;
    }

    /** Writes it; gives the line that says so. Refuses where there is nothing to hear, and says why. */
    String write(Request.Media asked, Examined examined) {
        Call call = call(asked, examined);
        CallMedia media = examined.media(call);
        SpokenCall spoken = SpokenCall.of(source, media, () -> false)
                .orElseThrow(() -> CommandRefusal.nothingFound(texts, MediaCommandText.NO_SOUND));
        if (spoken.locked()) {
            throw CommandRefusal.nothingFound(texts, MediaCommandText.LOCKED);
        }
        if (!spoken.audible()) {
            throw CommandRefusal.nothingFound(
                    texts, MediaCommandText.UNDECODABLE, new Listing(texts).of(spoken.undecodable()));
        }
        Path file = asked.wav().orElseThrow();
        try {
            WholeFile.write(file, out -> {
                spoken.write(out);
                return file;
            });
        } catch (IOException e) {
            throw CommandRefusal.misuse(
                    texts,
                    ShareCommandText.NOT_WRITTEN,
                    Typed.printable(file.toString()),
                    Typed.printable(String.valueOf(e.getMessage())));
        }
        return texts.get(
                        MediaCommandText.WRITTEN,
                        Typed.printable(file.toString()),
                        new Spans(texts).say(Duration.ofMillis(spoken.sides().length() / 1000)))
                + "\n";
    }

    /** The one that was named, else the only one with sound. */
    private Call call(Request.Media asked, Examined examined) {
        List<Call> spoken = examined.calls().stream()
                .filter(call -> asked.callId().map(call.callId()::equals).orElse(true))
                .filter(call -> !examined.media(call).streams().isEmpty())
                .toList();
        if (spoken.isEmpty()) {
            throw CommandRefusal.nothingFound(texts, MediaCommandText.NO_SOUND);
        }
        if (spoken.size() > 1) {
            String first = Typed.printable(spoken.getFirst().callId());
            throw CommandRefusal.misuse(texts, MediaCommandText.WHICH_CALL, CommandTree.CALL + " " + first);
        }
        return spoken.getFirst();
    }
}
