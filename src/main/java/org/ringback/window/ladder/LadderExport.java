package org.ringback.window.ladder;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Supplier;
import org.ringback.language.Texts;
import org.ringback.session.LadderModel;
import org.ringback.window.kit.CallWords;
import org.ringback.window.share.Sharing;

/** Saves a whole ladder as a file, not just what is visible of it. */
final class LadderExport {

    private LadderExport() {}

    static void saveSvg(Sharing sharing, LadderModel model, Texts texts) {
        Supplier<String> svg = model.svg(texts);
        sharing.write(
                CallWords.fileName("ladder", model.call().call()),
                "svg",
                path -> Files.writeString(path, svg.get(), StandardCharsets.UTF_8));
    }

    /** A picture of dots has a bound; what is larger is said to be so before anything is asked. */
    static void savePng(Sharing sharing, LadderSnapshot picture, LadderModel model, Texts texts) {
        if (picture.tooLarge()) {
            sharing.say(texts.get(
                    LadderWord.TOO_LONG,
                    Integer.toString(model.ladder().get().lines().size())));
        } else {
            sharing.writePicture(CallWords.fileName("ladder", model.call().call()), () -> picture);
        }
    }
}
