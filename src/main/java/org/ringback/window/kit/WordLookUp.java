package org.ringback.window.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.ringback.answers.Answers;
import org.ringback.language.Texts;
import org.ringback.session.Session;
import org.ringback.window.text.ReadText;
import org.ringback.window.text.TextMenu;

/** Looks up what was chosen on a page: a code in the handbook, the name of a header on a card. */
public final class WordLookUp implements TextMenu.LookUp {

    private final Session session;

    public WordLookUp(Session session) {
        this.session = session;
    }

    @Override
    public List<MenuItem> offers(String words, Node beside) {
        Answers answers = session.answers().get();
        Texts texts = answers.texts();
        var items = new ArrayList<MenuItem>();
        if (words.matches("[1-9][0-9]{2}")) {
            answers.find(Integer.parseInt(words))
                    .ifPresent(entry -> items.add(TextMenu.item(
                            texts.get(ReadText.LOOK_UP_CODE, entry.code().title()),
                            () -> session.open(entry.number()))));
        }
        answers.headers()
                .named(words)
                .ifPresent(name -> items.add(TextMenu.item(
                        texts.get(ReadText.LOOK_UP_HEADER, name),
                        () -> explain(name, answers.headers().of(name).orElseThrow())
                                .show(beside))));
        return items;
    }

    /** A card that says what a header is for. */
    public static Card explain(String header, String help) {
        var words = new VBox(Prose.heading(header), Prose.text(help, "prose"));
        words.getStyleClass().add("explanation");
        return new Card(words, ArrowLocation.TOP_LEFT);
    }
}
