package org.ringback.window.pages;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.answers.Answers;
import org.ringback.answers.Format;
import org.ringback.comparison.Comparison;
import org.ringback.handbook.Entry;
import org.ringback.session.Section;
import org.ringback.session.Session;
import org.ringback.window.kit.CodeStyle;
import org.ringback.window.kit.ColumnsView;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.KeyHelp;
import org.ringback.window.kit.LinkTargets;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.PageView;
import org.ringback.window.kit.Pane;
import org.ringback.window.kit.WindowText;
import org.ringback.window.kit.WordLookUp;
import org.ringback.window.share.Sharing;
import org.ringback.window.text.FindBar;

/**
 * The comparison: two choosers with swap between them, and the page of the pair below. The choosers stand above the columns of
 * the page and stay there when it is scrolled, so that one always sees which column is whose.
 */
public final class ComparisonView extends BorderPane implements Sharing.Source {

    private final Session session;
    private final Consumer<String> openAddress;
    private final CodeChooser left;
    private final CodeChooser right;
    private final PageScroll scroll;
    private final FindBar find;
    private final InvalidationListener onChange = change -> show();
    private List<Integer> shown = List.of();

    public ComparisonView(Session session, Sharing sharing, Consumer<String> openAddress) {
        this.session = session;
        this.openAddress = openAddress;
        var codes = session.comparison();
        this.left = chooser(
                WindowText.LEFT_CODE,
                codes.leftProperty()::get,
                code -> codes.compare(code, codes.rightProperty().get()));
        this.right = chooser(
                WindowText.RIGHT_CODE,
                codes.rightProperty()::get,
                code -> codes.compare(codes.leftProperty().get(), code));
        getStyleClass().add("comparison");
        scroll = new PageScroll(session.texts(), new WordLookUp(session));
        find = new FindBar(scroll, scroll.reading(), session.texts());
        find.opensFrom(this);
        setTop(new VBox(tools(sharing), find));
        setCenter(scroll);
        codes.comparison().addListener(onChange);
        KeptPlaces.keep(session.history(), Section.COMPARISON, scroll);
        show();
    }

    /** Puts the keyboard on the page. */
    public void read() {
        scroll.requestFocus();
    }

    /** The choosers and the page. */
    public List<Pane> panes() {
        return List.of(Pane.of(left), Pane.of(right), Pane.of(scroll));
    }

    /** Searches the page. */
    public void find() {
        find.open();
    }

    private CodeChooser chooser(WindowText words, IntSupplier current, IntConsumer onPick) {
        var chooser = new CodeChooser(session, current, code -> {
            onPick.accept(code);
            read();
        });
        chooser.accessibleHelpProperty().bind(session.texts().text(words));
        chooser.setMinWidth(0);
        // Equal shares, however long the phrases are.
        chooser.setPrefWidth(0);
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(chooser, Priority.ALWAYS);
        return chooser;
    }

    private Node tools(Sharing sharing) {
        var swap = Icons.button(Icons.of(Feather.REPEAT), session.texts().text(WindowText.SWAP, KeyHelp.shortcut("E")));
        swap.getStyleClass().add("swap");
        swap.setOnAction(click -> session.comparison().swap());
        swap.setMinWidth(Region.USE_PREF_SIZE);
        var share = sharing.menu(() -> this);
        share.setMinWidth(Region.USE_PREF_SIZE);
        GridPane halves = ColumnsView.halves();
        halves.addRow(0, half(left, swap), half(right, share));
        var tools = new StackPane(halves);
        StackPane.setAlignment(halves, Pos.CENTER_LEFT);
        tools.getStyleClass().add("tools");
        // As wide as the page, beside whose columns the scroll bar stands.
        scroll.viewportBoundsProperty()
                .addListener((view, before, now) ->
                        tools.setMaxWidth(now.getWidth() > 0 ? now.getWidth() : Double.MAX_VALUE));
        var line = new StackPane(tools);
        line.getStyleClass().add("comparison-tools");
        StackPane.setAlignment(tools, Pos.CENTER_LEFT);
        return line;
    }

    private static HBox half(CodeChooser chooser, Node beside) {
        var half = new HBox(chooser, beside);
        half.getStyleClass().add("half");
        half.setMinWidth(0);
        return half;
    }

    private void show() {
        Comparison comparison = session.comparison().comparison().get();
        name(left, comparison.left());
        name(right, comparison.right());
        var codes = List.of(comparison.left().number(), comparison.right().number());
        scroll.show(build(comparison), codes.equals(shown));
        shown = codes;
    }

    private static void name(CodeChooser chooser, Entry entry) {
        chooser.setText(entry.code().phrase());
        chooser.setGraphic(CodeStyle.badge(entry.code(), "small"));
        chooser.setAccessibleText(entry.code().title());
    }

    private Region build(Comparison comparison) {
        Answers answers = session.answers().get();
        // Beside itself a code is compared with none yet: what it is confused with is there to be compared.
        IntConsumer openCode = comparison.sameCode()
                ? code -> session.compare(comparison.left().number(), code)
                : session::open;
        return new PageView(answers.texts(), LinkTargets.of(openCode, openAddress))
                .page(answers.document(comparison), "comparison-page");
    }

    @Override
    public String words(Answers answers, Format format) {
        Comparison shown = session.comparison().comparison().get();
        return answers.comparison(
                answers.compare(shown.left().number(), shown.right().number()), format);
    }

    @Override
    public Region content() {
        return build(session.comparison().comparison().get());
    }

    @Override
    public String fileName() {
        var codes = session.comparison();
        return "sip-" + codes.leftProperty().get() + "-" + codes.rightProperty().get();
    }
}
