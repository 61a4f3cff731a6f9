package org.ringback.window.kit;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.ringback.language.LiveTexts;
import org.ringback.window.text.PageLines;
import org.ringback.window.text.TextHandling;
import org.ringback.window.text.TextMenu;

/** Shows one page at a time: another one from its top, the same one in other words where the reader was. */
public final class PageScroll extends ScrollPane {

    private static final double KEPT_SHARE = 0.9;
    private static final PseudoClass BY_KEYS = PseudoClass.getPseudoClass("by-keys");

    /** Where the reader was, until the page is laid out that was shown last; or {@code null}. */
    private Place kept;

    /** Where the reader was when another page was shown, until {@link #arrived}. */
    private Place left;

    private boolean turned;
    private boolean fitted;

    private final TextHandling reading;

    /** A page of which nothing can be looked up. */
    public PageScroll(LiveTexts texts) {
        this(texts, (words, beside) -> List.of());
    }

    /** @param lookUp what can be looked up of the words that are chosen */
    public PageScroll(LiveTexts texts, TextMenu.LookUp lookUp) {
        setFitToWidth(true);
        // A page is mostly text: without a stop of its own, arrow keys and Page Down could not reach its middle.
        setFocusTraversable(true);
        getStyleClass().add("page-scroll");
        addEventFilter(KeyEvent.KEY_PRESSED, this::turnPage);
        focusedProperty().addListener(change -> pseudoClassStateChanged(BY_KEYS, false));
        addEventFilter(MouseEvent.MOUSE_PRESSED, press -> pseudoClassStateChanged(BY_KEYS, false));
        accessibleTextProperty().bind(texts.text(WindowText.PAGE));
        reading = new TextHandling(this, new PageLines(this::getContent, this::reveal), texts::get, lookUp);
    }

    /** What can be done with the letters of the page. */
    public TextHandling reading() {
        return reading;
    }

    /** Scrolls no further than it must. */
    private void reveal(Node node, Bounds part) {
        double rest = rest();
        if (rest > 0) {
            Bounds wanted = getContent().sceneToLocal(node.localToScene(part));
            double view = getViewportBounds().getHeight();
            double top = getVvalue() * rest;
            double seen = Math.max(wanted.getMaxY() + Look.EM - view, Math.min(top, wanted.getMinY() - Look.EM));
            setVvalue(Math.clamp(seen / rest, 0, 1));
        }
    }

    /** Is as high as its page from now on where there is room for that: on a card there is no other measure. */
    public void fit() {
        fitted = true;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!fitted || getContent() == null) {
            return super.computePrefHeight(width);
        }
        double room = prefWidth(-1) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + getContent().prefHeight(room) + snappedBottomInset();
    }

    /**
     * By itself a scroll pane moves a tenth of its content, and nothing while the keyboard is on a link of the page; a reader
     * wants the next screenful, with a line to hold on to.
     */
    private void turnPage(KeyEvent key) {
        double view = getViewportBounds().getHeight();
        double rest = rest();
        boolean link = getScene() != null && getScene().getFocusOwner() instanceof ButtonBase;
        if (rest <= 0 || key.isShortcutDown() || key.isAltDown() || !(isFocused() || link)) {
            return;
        }
        double screenful = KEPT_SHARE * view / rest;
        double wanted = switch (key.getCode()) {
            case PAGE_DOWN -> getVvalue() + screenful;
            case PAGE_UP -> getVvalue() - screenful;
            // With Shift they choose letters.
            case HOME -> key.isShiftDown() ? Double.NaN : 0;
            case END -> key.isShiftDown() ? Double.NaN : 1;
            // On a link the space bar follows it.
            case SPACE -> link ? Double.NaN : getVvalue() + screenful;
            default -> Double.NaN;
        };
        if (!Double.isNaN(wanted)) {
            setVvalue(Math.clamp(wanted, 0, 1));
            key.consume();
        }
    }

    /**
     * Shows a page; who had the keyboard somewhere on the one before has it on this one.
     *
     * @param keepPlace whether it is the same page again, in another language or with something more: then what stood at
     *     the top stays there
     */
    public void show(Region page, boolean keepPlace) {
        Node keyboard = Focus.ownerInside(getContent());
        if (!keepPlace && !turned && getContent() != null) {
            left = place();
            turned = true;
        }
        kept = keepPlace ? place() : null;
        setContent(page);
        reading.changed();
        if (kept == null) {
            setVvalue(0);
        }
        if (keyboard != null) {
            read(keyboard.isFocusVisible());
        }
    }

    /** Where the reader is, or was on the page before if another one is shown since {@link #arrived}; {@code null} at the top. */
    public Place left() {
        return turned ? left : place();
    }

    /** Whoever asks {@link #left} from now on means the page that is shown now. */
    public void arrived() {
        turned = false;
        left = null;
    }

    /** Goes to where the reader was on this page before; {@code null} for its top. */
    public void readOn(Place place) {
        kept = place;
        if (place == null) {
            setVvalue(0);
        }
        requestLayout();
    }

    private Place place() {
        // A page that was never laid out was never read either; one that was not since then is where the last one was.
        if (kept != null || getContent() == null || getVvalue() == 0) {
            return kept;
        }
        return Place.at(getContent(), getVvalue() * rest());
    }

    /** How much of the page is out of sight, in pixels; at most 0 if nothing is. */
    private double rest() {
        return getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (kept != null && getScene() != null && getViewportBounds().getHeight() > 0) {
            // The page gets its size only with the layout of what it stands in.
            getChildrenUnmodifiable().stream()
                    .filter(Parent.class::isInstance)
                    .forEach(part -> ((Parent) part).layout());
            double rest = rest();
            setVvalue(rest <= 0 ? 0 : Math.clamp(kept.on(getContent()) / rest, 0, 1));
            if (!isNeedsLayout()) {
                kept = null;
            }
        }
    }

    /**
     * Puts the keyboard on the page.
     *
     * @param byKeys whether to show where the keyboard is: by itself the toolkit does so only after Tab
     */
    public void read(boolean byKeys) {
        requestFocus();
        pseudoClassStateChanged(BY_KEYS, byKeys);
    }
}
