package org.ringback.window.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.Entry;
import org.ringback.language.Texts;
import org.ringback.search.Found;
import org.ringback.search.WhyFound;
import org.ringback.search.WhyFoundText;
import org.ringback.session.CodePickerModel;
import org.ringback.session.Session;
import org.ringback.window.kit.CodeStyle;
import org.ringback.window.text.WrappedText;

/** One code in the picker; the first of a class carries the heading of the class. */
final class CodeCell extends ListCell<Entry> {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    /** Of a bar that is not there yet. */
    private static final double ROOM_FOR_SCROLLING = 20;

    /** Of a cell with a phrase and its explanation in a line each: pixels. */
    static final double USUAL_HEIGHT = 55;

    private final Session session;
    private final CodePickerModel model;
    private final IntSupplier current;
    private final Label heading = new Label();
    private final WrappedText phrase = new WrappedText("", "picker-phrase");
    private final WrappedText explained = new WrappedText("", "picker-explained");
    private final TextFlow why = new TextFlow();
    private final VBox words = new VBox(phrase, explained);
    private final HBox line = new HBox();
    private final VBox content = new VBox(line);
    private Label badge;
    private Shown shown;

    /** What a cell shows, by which it is known that there is nothing to do: a list asks its cells often. */
    private record Shown(Entry entry, boolean firstOfClass, Found result, Texts texts) {}

    /** @param current the code that is open or chosen now */
    CodeCell(Session session, CodePickerModel model, IntSupplier current) {
        this.session = session;
        this.model = model;
        this.current = current;
        heading.getStyleClass().add("picker-heading");
        why.getStyleClass().add("picker-why");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        line.getStyleClass().add("picker-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("code-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            show(entry);
        }
        tellOpen();
    }

    /** Shows whether this is the code that is open: the keyboard may be elsewhere in the list. */
    void tellOpen() {
        pseudoClassStateChanged(OPEN, !isEmpty() && getItem().number() == current.getAsInt());
    }

    /** As high as its words are at the width of the list: a skin would measure them unwrapped. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return 0;
        }
        if (getListView() != null && getListView().getWidth() <= 0) {
            // Asked before the list has its place: words a letter wide would be slow to set, and far too high.
            return USUAL_HEIGHT;
        }
        double room = getListView() == null ? width : getListView().getWidth() - bar();
        return Math.ceil(content.prefHeight(Math.max(1, room - snappedLeftInset() - snappedRightInset())))
                + snappedTopInset()
                + snappedBottomInset();
    }

    /** How wide the bar is that scrolls the list; with more, a phrase that just fits would get a line too many. */
    private double bar() {
        Parent flow = getParent();
        while (flow != null && !(flow instanceof VirtualFlow<?>)) {
            flow = flow.getParent();
        }
        return flow == null
                ? ROOM_FOR_SCROLLING
                : flow.getChildrenUnmodifiable().stream()
                        .filter(child -> child instanceof ScrollBar bar
                                && bar.getOrientation() == Orientation.VERTICAL
                                && bar.getWidth() > 0)
                        .mapToDouble(child -> ((ScrollBar) child).getWidth())
                        .findFirst()
                        .orElse(ROOM_FOR_SCROLLING);
    }

    private void show(Entry entry) {
        var now = new Shown(
                entry,
                model.inNumericOrder() && startsClass(entry),
                model.result().get(),
                texts());
        if (now.equals(shown) && content.equals(getGraphic())) {
            return;
        }
        shown = now;
        var code = entry.code();
        phrase.setText(code.phrase());
        explained.setText(entry.definition().phrase());
        // What is there already stays where it is: new nodes and moved ones are styled anew.
        if (line.getChildren().isEmpty()) {
            badge = CodeStyle.badge(code, "small");
            line.getChildren().setAll(badge, words);
        } else {
            CodeStyle.tell(badge, code);
        }
        heading.setText(now.firstOfClass() ? classHeading(entry) : "");
        place(heading, content, 0, now.firstOfClass());
        Optional<WhyFound> reason = now.result().reason(entry.number());
        why.getChildren().setAll(reason.map(this::words).orElse(List.of()));
        place(why, words, 2, reason.isPresent());
        setGraphic(content);
        setAccessibleText(Stream.concat(
                        Stream.of(code.title(), entry.definition().phrase()),
                        reason.map(found -> WhyFoundText.of(found, texts())).stream())
                .collect(Collectors.joining(", ")));
    }

    /** Most cells have neither: nodes that nobody sees would be styled all the same. */
    private static void place(Node node, VBox box, int at, boolean wanted) {
        if (wanted != box.getChildren().contains(node)) {
            if (wanted) {
                box.getChildren().add(at, node);
            } else {
                box.getChildren().remove(node);
            }
        }
    }

    /** The reason from shortly before the words that were looked for, with these marked. */
    private List<Node> words(WhyFound found) {
        WhyFound near = found.fromHit();
        String line = WhyFoundText.of(near, texts());
        int begin = line.indexOf(near.text());
        List<Node> words = new ArrayList<>();
        int at = 0;
        for (WhyFound.Hit hit : begin < 0 ? List.<WhyFound.Hit>of() : near.hits()) {
            words.addAll(pieces(line.substring(at, begin + hit.from())));
            at = begin + hit.to();
            List<Text> marked = pieces(line.substring(begin + hit.from(), at));
            marked.forEach(piece -> piece.getStyleClass().add("picker-hit"));
            words.addAll(marked);
        }
        if (at < line.length()) {
            words.addAll(pieces(line.substring(at)));
        }
        return words;
    }

    private List<Text> pieces(String words) {
        return WrappedText.pieces(words, session.answers().get().language().rightToLeft());
    }

    private Texts texts() {
        return session.answers().get().texts();
    }

    private boolean startsClass(Entry entry) {
        int before = getIndex() - 1;
        return before < 0
                || before >= model.found().size()
                || model.found().get(before).code().codeClass() != entry.code().codeClass();
    }

    private String classHeading(Entry entry) {
        return session.answers().get().facets().value(Aspect.CLASS, entry.code());
    }
}
