package org.ringback.window;

import java.util.function.Consumer;
import org.ringback.language.LiveTexts;
import org.ringback.language.Texts;
import org.ringback.window.kit.Toast;
import org.ringback.window.kit.WindowText;
import org.ringback.window.text.Copied;
import org.ringback.window.text.ReadText;

/** Hands an address to the user's browser, and to the user, as some systems say nothing when they have no browser. */
final class Browsing {

    private final Consumer<String> browser;
    private final LiveTexts texts;
    private final Toast toast;

    Browsing(Consumer<String> browser, LiveTexts texts, Toast toast) {
        this.browser = browser;
        this.texts = texts;
        this.toast = toast;
    }

    void open(String address) {
        try {
            browser.accept(address);
            tell(WindowText.OPENING, address);
        } catch (RuntimeException e) {
            // Others throw whatever their desktop throws.
            tell(WindowText.NO_BROWSER, address);
        }
    }

    private void tell(WindowText what, String address) {
        Texts words = texts.get();
        toast.offer(words.get(what, address), words.get(ReadText.COPY_LINK), () -> Copied.put(address));
    }
}
