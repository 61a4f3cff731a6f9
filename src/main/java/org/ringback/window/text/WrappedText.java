package org.ringback.window.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A paragraph that wraps, is drawn right in every script, and whose letters can be chosen and found. Style sheets set it as
 * they set a label: {@code -fx-text-fill}, fonts, padding, {@code -fx-line-spacing}.
 */
public final class WrappedText extends TextFlow {

    private static final StyleablePropertyFactory<WrappedText> STYLES =
            new StyleablePropertyFactory<>(TextFlow.getClassCssMetaData());

    /** No font has these signs, so a box would stand there. A class, since the toolkit keeps no style of a node with its own. */
    private static final String UNSEEN = "unseen";

    private final StyleableProperty<Paint> fill;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final List<Mark> marks = new ArrayList<>();
    private String shown = "";
    private String sign = "";
    private boolean mirrored;
    /** Whether the toolkit must not break a piece. */
    private boolean wary;

    private final Heights heights = new Heights();
    private final LeastWidth leastWidth = new LeastWidth();

    /** A paragraph of these words, with these style classes. */
    public WrappedText(String words, String... styles) {
        this();
        getStyleClass().addAll(styles);
        text.addListener(change -> write());
        effectiveNodeOrientationProperty().addListener(change -> turn());
        text.set(words);
    }

    /** A paragraph whose pieces are made, and colored, by who shows it. */
    public WrappedText() {
        fill = STYLES.createStyleablePaintProperty(
                this, "textFill", "-fx-text-fill", passage -> passage.fill, Color.BLACK);
        getStyleClass().add("wrapped-text");
        setMinHeight(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** Whether only a passage draws a text right where it wraps, and no label does. */
    public static boolean needed(String words) {
        return Scripts.complex(words);
    }

    /** Makes the whole paragraph a link, by mouse and keys. */
    public WrappedText leadingTo(Runnable action) {
        getStyleClass().add("passage-link");
        setAccessibleRole(AccessibleRole.HYPERLINK);
        setFocusTraversable(true);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                action.run();
            }
        });
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                action.run();
                key.consume();
            }
        });
        return this;
    }

    /**
     * What a text is drawn from where it stands among others in one paragraph.
     *
     * @param mirrored whether that paragraph is set from right to left
     */
    public static List<Text> pieces(String words, boolean mirrored) {
        List<Text> pieces = new ArrayList<>();
        for (String piece : Pieces.of(words, mirrored)) {
            var node = new Text(piece);
            if (Pieces.unseen(piece)) {
                node.getStyleClass().add(UNSEEN);
            }
            pieces.add(node);
        }
        return pieces;
    }

    public StringProperty textProperty() {
        return text;
    }

    public String getText() {
        return text.get();
    }

    public void setText(String words) {
        text.set(words);
    }

    /** What stands before it on the page, such as the number of a step; it is copied with the whole paragraph. */
    public WrappedText after(String numberOrBullet) {
        sign = numberOrBullet;
        return this;
    }

    /** Shows pieces that are made elsewhere; what they say together is the text. */
    public void show(List<Text> pieces) {
        shown = pieces.stream().map(Text::getText).collect(Collectors.joining());
        take(pieces);
    }

    /** A paragraph that was not mirrored when it was made may be now, with all that it stands on. */
    private void turn() {
        boolean now = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        if (now != mirrored) {
            mirrored = now;
            write();
        }
    }

    @SuppressWarnings("unchecked") // every styleable property of the toolkit can be observed
    private void write() {
        String words = text.get() == null ? "" : text.get();
        setAccessibleText(words);
        wary = mirrored || Scripts.complex(words);
        leastWidth.forget();
        if (wary || !says(words)) {
            List<Text> pieces = pieces(words, mirrored);
            pieces.stream()
                    .filter(piece -> !Pieces.unseen(piece.getText()))
                    .forEach(piece -> piece.fillProperty().bind((ObservableValue<Paint>) fill));
            show(pieces);
        }
    }

    /** Has the one piece that is there say other words: a new one would have to be styled. Does nothing where more are. */
    private boolean says(String words) {
        boolean can = marks.isEmpty()
                && !Pieces.unseen(words)
                && getChildren().size() == 1
                && getChildren().getFirst() instanceof Text piece
                && !Pieces.unseen(piece.getText());
        if (can) {
            ((Text) getChildren().getFirst()).setText(words);
            shown = words;
        }
        return can;
    }

    private double least() {
        return wary ? leastWidth.of(getChildren()) + snappedLeftInset() + snappedRightInset() : 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(super.computeMinWidth(height), least());
    }

    @Override
    protected double computePrefHeight(double width) {
        return heights.at(width < 0 ? width : Math.max(width, least()), super::computePrefHeight);
    }

    @Override
    public void requestLayout() {
        // The toolkit asks for a layout while it makes a paragraph, before there is anything to forget.
        if (heights != null) {
            heights.forget();
        }
        super.requestLayout();
    }

    @Override
    public void resize(double width, double height) {
        super.resize(Math.max(width, least()), height);
    }

    private void take(List<Text> pieces) {
        marks.clear();
        getChildren().setAll(pieces);
    }

    /** All letters as they are set, in the order in which they are read; positions count in it. */
    String shown() {
        return shown;
    }

    /** What stands before it on the page; empty if nothing does. */
    String sign() {
        return sign;
    }

    /** The place between two letters that is nearest to a point of the scene. */
    int offset(double sceneX, double sceneY) {
        Point2D point = sceneToLocal(sceneX, sceneY);
        double y = Math.clamp(point.getY(), 1, Math.max(1, getHeight() - 1));
        return Math.clamp(getHitInfo(new Point2D(point.getX(), y)).getInsertionIndex(), 0, shown.length());
    }

    /** The letter under a point of the scene, or the nearest one. */
    int letter(double sceneX, double sceneY) {
        return Math.clamp(getHitInfo(sceneToLocal(sceneX, sceneY)).getCharIndex(), 0, Math.max(0, shown.length() - 1));
    }

    /** Where letters stand, in the paragraph's own coordinates, which run from the left in every language. */
    List<Rectangle2D> places(Range range) {
        List<Rectangle2D> places = getLayoutInfo().getSelectionGeometry(range.from(), range.to(), true);
        return getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT
                ? places.stream().map(this::fromTheLeft).toList()
                : places;
    }

    /** The toolkit tells these places from the right where a paragraph is set from there, but draws and hits from the left. */
    private Rectangle2D fromTheLeft(Rectangle2D place) {
        double left = getWidth() + snappedLeftInset() - snappedRightInset() - place.getMaxX();
        return new Rectangle2D(left, place.getMinY(), place.getWidth(), place.getHeight());
    }

    /** The ground that letters take, in the paragraph's own coordinates; no letter has the ground of the one there. */
    Bounds area(Range range) {
        int to = Math.min(shown.length(), Math.max(range.to(), range.from() + 1));
        List<Rectangle2D> places = places(new Range(Math.max(0, Math.min(range.from(), to - 1)), to));
        if (places.isEmpty()) {
            return getLayoutBounds();
        }
        Rectangle2D first = places.getFirst();
        Rectangle2D last = places.getLast();
        return new BoundingBox(
                first.getMinX(), first.getMinY(), first.getWidth(), Math.max(1, last.getMaxY() - first.getMinY()));
    }

    /** The place a line above or below; nothing if there is no such line in the paragraph. */
    Optional<Integer> beside(int offset, int way) {
        Bounds letter = area(new Range(offset, offset));
        double x = offset >= shown.length() ? letter.getMaxX() : letter.getMinX();
        double y = way > 0 ? letter.getMaxY() + letter.getHeight() / 2 : letter.getMinY() - letter.getHeight() / 2;
        return y < 0 || y > getHeight()
                ? Optional.empty()
                : Optional.of(getHitInfo(new Point2D(x, y)).getInsertionIndex());
    }

    /** Marks letters that matter more than those around them. */
    public void emphasize(Range letters) {
        mark(MarkStyle.DIFFERENT, letters.isEmpty() ? List.of() : List.of(letters));
    }

    /** Marks letters in a way, and no others in this way. */
    void mark(MarkStyle style, List<Range> ranges) {
        Mark mark = marks.stream()
                .filter(known -> known.style() == style)
                .findFirst()
                .orElse(null);
        if (mark == null && ranges.isEmpty()) {
            return;
        }
        if (mark == null) {
            mark = new Mark(style);
            marks.add(mark);
            getChildren().addFirst(mark.path());
        }
        mark.set(ranges);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        marks.forEach(mark -> mark.draw(this));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
