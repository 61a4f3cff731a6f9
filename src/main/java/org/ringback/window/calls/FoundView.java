package org.ringback.window.calls;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.answers.Answers;
import org.ringback.answers.Format;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.language.TextKey;
import org.ringback.page.Block.Card;
import org.ringback.page.Document;
import org.ringback.session.Session;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.LinkTargets;
import org.ringback.window.kit.PageView;
import org.ringback.window.kit.Prose;
import org.ringback.window.kit.WindowText;

/** Paints what was found out as a card from which its words can be taken, also in English for who reads no other language. */
final class FoundView {

    private final Session session;
    private final Answers answers;
    private final PageView painter;
    private final Consumer<String> copy;
    private final List<String> files;

    /**
     * Speaks the language of the moment.
     *
     * @param targets what its links lead to
     * @param copy takes what the user copies
     */
    FoundView(Session session, LinkTargets targets, Consumer<String> copy) {
        this.session = session;
        this.answers = session.answers().get();
        this.painter = new PageView(answers.texts(), targets);
        this.copy = copy;
        this.files = CallWords.files(session.calls().capture().sourceProperty().get());
    }

    /**
     * Paints one.
     *
     * @param legs the letters of the legs that it is about; empty if the call has but one
     */
    Node of(Finding finding, List<String> legs) {
        Hyperlink here = link(WindowText.COPY_MARKDOWN, CallsViewText.COPY_ROWS, () -> words(answers, finding, legs));
        Hyperlink english =
                link(WindowText.COPY_ENGLISH, WindowText.COPY_ENGLISH, () -> words(session.english(), finding, legs));
        var ways = Prose.flow(answers.language().fallback() ? List.of(here) : List.of(here, english));
        ways.getStyleClass().add("taken");
        var box = new VBox(painter.block(card(answers, finding, legs)), ways);
        box.setMinWidth(0);
        return box;
    }

    private Hyperlink link(TextKey help, TextKey words, Supplier<String> text) {
        var link = new Hyperlink(answers.texts().get(words), Icons.of(Feather.COPY));
        link.setAccessibleHelp(answers.texts().get(help));
        link.setOnAction(click -> copy.accept(text.get()));
        return link;
    }

    private Card card(Answers answers, Finding finding, List<String> legs) {
        return answers.cards(ZoneId.systemDefault()).card(finding, legs, files);
    }

    private String words(Answers answers, Finding finding, List<String> legs) {
        Card card = card(answers, finding, legs);
        return Answers.print(new Document(answers.language(), card.title(), List.of(card)), Format.MARKDOWN);
    }
}
