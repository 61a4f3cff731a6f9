package org.ringback.window.pages;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.ringback.answers.Answers;
import org.ringback.answers.Format;
import org.ringback.handbook.Entry;
import org.ringback.page.Document;
import org.ringback.session.Section;
import org.ringback.session.Session;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.LinkTargets;
import org.ringback.window.kit.PageScroll;
import org.ringback.window.kit.PageView;
import org.ringback.window.kit.Pane;
import org.ringback.window.kit.WindowText;
import org.ringback.window.kit.WordLookUp;
import org.ringback.window.share.Sharing;
import org.ringback.window.text.FindBar;

/** The handbook: the picker beside the open page, or above it where the window is narrow. */
public final class HandbookView extends SplitPane implements Sharing.Source {

    private static final double NARROW = 840;
    private static final double BESIDE = 0.33;
    private static final double ABOVE = 0.38;

    /** At least a screenful. */
    private static final int FIRST_BLOCKS = 4;

    private final Session session;
    private final Consumer<String> openAddress;
    private final CodePicker picker;
    private final PageScroll scroll;
    private final FindBar find;
    private Orientation arranged;
    private int shown;
    private boolean painted;
    private final InvalidationListener onSize = change -> arrange();
    private final InvalidationListener onPageChange = change -> showPage();

    public HandbookView(Session session, Sharing sharing, Consumer<String> openAddress) {
        this.session = session;
        this.openAddress = openAddress;
        this.picker = new CodePicker(
                session,
                session.picker(),
                session.handbook().codeProperty()::get,
                new CodePicker.Picked(session::open, this::read, session::compareOpenPageWith));
        picker.offerMenu(session);
        getStyleClass().add("handbook");
        scroll = new PageScroll(session.texts(), new WordLookUp(session));
        var right = new BorderPane();
        find = new FindBar(scroll, scroll.reading(), session.texts());
        find.opensFrom(this);
        right.setTop(new VBox(tools(sharing), find));
        right.setCenter(scroll);
        right.setMinWidth(0);
        getItems().addAll(picker, right);
        widthProperty().addListener(change -> arrange());
        session.textSize().zoomProperty().addListener(onSize);
        session.handbook().entry().addListener(onPageChange);
        KeptPlaces.keep(session.history(), Section.HANDBOOK, scroll);
        showPage();
        sceneProperty().addListener(change -> completeWhenPainted());
    }

    /** The window appears sooner if what is out of sight at the start is made after its first frame. */
    private void completeWhenPainted() {
        Scene scene = getScene();
        if (painted || scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            private boolean laidOut;

            @Override
            public void run() {
                if (laidOut) {
                    scene.removePostLayoutPulseListener(this);
                    // Not in the midst of a pulse.
                    Platform.runLater(HandbookView.this::complete);
                } else {
                    // What was laid out is on the screen only when the next pulse begins.
                    laidOut = true;
                    Platform.requestNextPulse();
                }
            }
        });
    }

    private void complete() {
        if (!painted) {
            painted = true;
            showPage();
        }
    }

    /** Opens a page and puts the keyboard on it, so that arrows and Page Down read on. */
    private void read(int code) {
        session.open(code);
        read(true);
    }

    /**
     * Puts the keyboard on the page.
     *
     * @param byKeys whether it was keys that led here
     */
    public void read(boolean byKeys) {
        // A split pane takes its parts in only with its looks: before that the page cannot have the keyboard.
        applyCss();
        scroll.read(byKeys);
    }

    /** The list and the page. */
    public List<Pane> panes() {
        return List.of(new Pane(picker, picker::enter), new Pane(scroll, () -> read(true)));
    }

    /** Searches the page. */
    public void find() {
        find.open();
    }

    public CodePicker picker() {
        return picker;
    }

    private Node tools(Sharing sharing) {
        var texts = session.texts();
        var history = session.history();
        var back = Icons.button(Icons.pointing(Feather.ARROW_LEFT), texts.text(WindowText.BACK));
        back.disableProperty().bind(history.canGoBackProperty().not());
        back.setOnAction(click -> history.back());
        var forward = Icons.button(Icons.pointing(Feather.ARROW_RIGHT), texts.text(WindowText.FORWARD));
        forward.disableProperty().bind(history.canGoForwardProperty().not());
        forward.setOnAction(click -> history.forward());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var compare = new CodeChooser(session, session.handbook().codeProperty()::get, session::compareOpenPageWith);
        compare.setGraphic(Icons.of(Feather.COLUMNS));
        compare.textProperty().bind(texts.text(WindowText.COMPARE_WITH));
        compare.accessibleHelpProperty().bind(texts.text(WindowText.COMPARE_WITH_HELP));
        compare.setMinWidth(Region.USE_PREF_SIZE);
        var share = sharing.menu(() -> this);
        share.setMinWidth(Region.USE_PREF_SIZE);
        var tools = new HBox(back, forward, gap, compare, share);
        tools.getStyleClass().add("tools");
        return tools;
    }

    /** Beside each other, or one above the other where the window is narrow. */
    private void arrange() {
        double narrow = NARROW * session.textSize().zoomProperty().get();
        var wanted = getWidth() < narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        if (getWidth() > 0 && wanted != arranged) {
            arranged = wanted;
            setOrientation(wanted);
            picker.beside(wanted == Orientation.HORIZONTAL);
            double share = wanted == Orientation.VERTICAL ? ABOVE : BESIDE;
            setDividerPositions(share);
            // While a window opens it is laid out at sizes it never has; only after that does the share hold.
            Platform.runLater(() -> setDividerPositions(share));
        }
    }

    private void showPage() {
        Entry entry = session.openPage();
        Document page = session.answers().get().document(entry);
        scroll.show(paint(painted ? page : page.beginning(FIRST_BLOCKS)), entry.number() == shown);
        shown = entry.number();
        picker.mark();
    }

    private Region paint(Document page) {
        return new PageView(session.answers().get().texts(), LinkTargets.of(session::open, openAddress)).page(page);
    }

    @Override
    public String words(Answers answers, Format format) {
        return answers.page(answers.find(session.openPage().number()).orElseThrow(), format);
    }

    @Override
    public Region content() {
        return paint(session.answers().get().document(session.openPage()));
    }

    @Override
    public String fileName() {
        return "sip-" + session.openPage().code().digits();
    }
}
