package org.ringback.window.share;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.ringback.language.Texts;
import org.ringback.pseudonym.Preview;
import org.ringback.pseudonym.Preview.Example;
import org.ringback.pseudonym.Preview.Replaced;
import org.ringback.pseudonym.Preview.Stays;
import org.ringback.pseudonym.Preview.Where;
import org.ringback.sip.Printable;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Prose;
import org.ringback.window.text.WrappedText;
import org.ringback.words.PseudonymWords;
import org.ringback.words.ShareText;

/** What pseudonyms were given for, with examples, and what is still to be read, in words. */
final class PseudonymPreview {

    private static final int LONGEST = 90;

    /** A hostile capture has thousands of headers that nobody knows. */
    private static final int MOST = 100;

    /** The command line and the file itself list all of them. */
    private static final int MOST_VALUES = 5;

    private final Texts texts;
    private final VBox page = new VBox();

    private PseudonymPreview(Texts texts) {
        this.texts = texts;
    }

    static VBox of(Preview preview, Texts texts) {
        return new PseudonymPreview(texts).build(preview);
    }

    private VBox build(Preview preview) {
        page.getStyleClass().add("pseudonym-preview");
        add(Prose.text(texts.get(CallShareText.PREVIEW_LEAD), "prose"));
        add(Prose.heading(texts.get(CallShareText.REPLACED)));
        preview.replaced().forEach(this::add);
        add(Prose.heading(texts.get(CallShareText.STAYS)));
        add(Prose.text(new PseudonymWords(texts).limits(preview), "prose"));
        if (preview.stays().isEmpty() && !preview.streams()) {
            add(Prose.text(texts.get(CallShareText.NOTHING_STAYS), "muted"));
        }
        for (Where where : Where.values()) {
            add(
                    where,
                    preview.stays().stream()
                            .filter(part -> part.where() == where)
                            .toList());
        }
        if (preview.streams()) {
            add(Prose.text(new PseudonymWords(texts).streams(), "prose"));
        }
        return page;
    }

    private void add(Node part) {
        page.getChildren().add(part);
    }

    private void add(Replaced replaced) {
        var group = group(texts.get(
                CallsViewText.CHOSEN, texts.get(ShareText.of(replaced.kind())), Integer.toString(replaced.count())));
        replaced.examples().forEach(example -> group.getChildren().add(line(words(example), "pseudonym-example")));
        add(group);
    }

    private static String words(Example example) {
        return shown(example.original()) + "  \u2192  " + shown(example.pseudonym());
    }

    private void add(Where where, List<Stays> parts) {
        if (parts.isEmpty()) {
            return;
        }
        var group = group(texts.get(ShareText.of(where)));
        parts.stream().limit(MOST).forEach(part -> group.getChildren().add(line(words(part), "pseudonym-stays")));
        if (parts.size() > MOST) {
            group.getChildren()
                    .add(Prose.text(texts.get(CallShareText.MORE, Integer.toString(parts.size() - MOST)), "muted"));
        }
        add(group);
    }

    private String words(Stays part) {
        List<String> values = new ArrayList<>(part.values().stream()
                .limit(MOST_VALUES)
                .map(PseudonymPreview::shown)
                .toList());
        int more = part.values().size() - values.size();
        if (more > 0) {
            values.add(texts.get(CallShareText.MORE, Integer.toString(more)));
        }
        return named(part, String.join("  |  ", values));
    }

    private static String named(Stays part, String values) {
        return values.isEmpty() ? shown(part.name()) : shown(part.name()) + ": " + values;
    }

    private static VBox group(String name) {
        var group = new VBox(Prose.text(name, "cause", "prose"));
        group.getStyleClass().add("pseudonym-group");
        return group;
    }

    /** What stands on the wire is read from the left in every language. */
    private static WrappedText line(String words, String style) {
        var line = Prose.text(words, "wire", style);
        line.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return line;
    }

    private static String shown(String value) {
        String printable = Printable.of(value);
        return printable.codePointCount(0, printable.length()) <= LONGEST
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, LONGEST)) + "\u2026";
    }
}
