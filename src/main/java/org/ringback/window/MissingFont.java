package org.ringback.window;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import org.ringback.language.Language;
import org.ringback.session.Session;
import org.ringback.window.kit.WindowText;

/**
 * Says once for each language that this computer has no font for its letters, and which package has one. Only Linux comes
 * without: there fontconfig is asked, which JavaFX asks too.
 */
final class MissingFont {

    private static final System.Logger LOG = System.getLogger(MissingFont.class.getName());
    private static final Set<UnicodeScript> CHINESE_JAPANESE_KOREAN =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
    /** Whatever font there is has these. */
    private static final Set<UnicodeScript> EVERYWHERE =
            Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.COMMON, UnicodeScript.INHERITED);

    private final Session session;
    private final Predicate<Language> hasFont;
    private final Consumer<String> say;
    private final Set<Language> asked = new HashSet<>();
    private final InvalidationListener onLanguage = change -> look();

    /**
     * Looks whenever another language is spoken.
     *
     * @param hasFont may take a while; asked on a thread of its own
     * @param say says a sentence on the screen
     */
    MissingFont(Session session, Predicate<Language> hasFont, Consumer<String> say) {
        this.session = session;
        this.hasFont = hasFont;
        this.say = say;
        session.answers().addListener(onLanguage);
    }

    /** Looks at the language of now. */
    void look() {
        Language language = session.answers().get().language();
        Optional<String> needed = needed(language);
        if (needed.isPresent() && asked.add(language)) {
            Thread.ofPlatform().daemon().name("fonts").start(() -> {
                if (!hasFont.test(language)) {
                    // In English, since the language of the window cannot be read.
                    Platform.runLater(() -> say.accept(session.english()
                            .texts()
                            .get(
                                    WindowText.NO_FONT,
                                    language.locale().getDisplayLanguage(Locale.ENGLISH),
                                    needed.get())));
                }
            });
        }
    }

    /** The package of Debian with the letters in which a language writes its own name; empty if every font has them. */
    static Optional<String> needed(Language language) {
        return language.ownName()
                .codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> !EVERYWHERE.contains(script))
                .findFirst()
                .map(script -> CHINESE_JAPANESE_KOREAN.contains(script) ? "fonts-noto-cjk" : "fonts-noto-core");
    }

    /** Whether fontconfig knows a font for a language; yes where there is no fontconfig to ask. */
    static boolean known(Language language) {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return true;
        }
        try {
            Process list = new ProcessBuilder("fc-list", ":lang=" + fontconfigName(language), "file")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String found = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return list.waitFor() != 0 || !found.isBlank();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "fontconfig cannot be asked", e);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** It knows Chinese by country, not by script. */
    private static String fontconfigName(Language language) {
        return switch (language.tag()) {
            case "zh-Hans" -> "zh-cn";
            case "zh-Hant" -> "zh-tw";
            default -> language.locale().getLanguage();
        };
    }
}
