package org.ringback.window;

import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ringback.handbook.CodeClass;
import org.ringback.language.Texts;
import org.ringback.session.CallList;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.FindingMark;
import org.ringback.session.Session;

/** One value of a call; written only when it comes into sight. */
final class CallCell extends TableCell<CallRow, CallRow> {

    private final Session session;
    private final CallOrder.By column;
    private final IntConsumer openCode;
    private final InvalidationListener onMark = change -> showMark();
    private final Button code = new Button();
    private final FontIcon leg = Icons.pointing(Feather.CORNER_DOWN_RIGHT);
    private final Label time = new Label();
    private final HBox indented = new HBox(leg, time);
    private CallRow followed;

    CallCell(Session session, CallOrder.By column, IntConsumer openCode) {
        this.session = session;
        this.column = column;
        this.openCode = openCode;
        getStyleClass().addAll("call-cell", "call-" + column.id());
        code.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        code.setFocusTraversable(false);
        time.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        leg.getStyleClass().add("leg-mark");
        indented.getStyleClass().add("start-line");
        indented.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(CallRow row, boolean empty) {
        super.updateItem(row, empty);
        if (followed != null) {
            followed.markProperty().removeListener(onMark);
            followed = null;
        }
        setTooltip(null);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (column) {
            case START -> showStart(row);
            case FROM -> showName(CallWords.name(row.from()), CallWords.address(row.from()));
            case TO -> showName(CallWords.name(row.to()), CallWords.address(row.to()));
            case ENDING -> setText(texts().get(row.ending()));
            case CODE -> showCode(row.code());
            case SETUP -> setText(row.call().times().postDialDelay().map(CallWords::seconds).orElse(""));
            case TALK -> setText(row.call().times().talkTime().map(CallWords::clock).orElse(""));
            case MESSAGES -> setText(Integer.toString(row.messages()));
            case FINDINGS -> {
                followed = row;
                row.markProperty().addListener(onMark);
                showMark();
            }
        }
    }

    private Texts texts() {
        return session.texts().get();
    }

    private void showName(String name, String address) {
        setText(name);
        if (!name.equals(address)) {
            setTooltip(new Tooltip(address));
        }
    }

    private void showStart(CallRow row) {
        CallList list = session.calls().listProperty().get();
        time.setText(CallWords.time(row.call().start(), CallWords.differentDays(list.first(), list.last())));
        CallList.Leg place = list.legs().get(row);
        leg.setVisible(place != null);
        leg.setManaged(place != null);
        leg.setTranslateX(0);
        if (place == null) {
            setAccessibleText(time.getText());
        } else {
            String reason = texts().get(CallsViewText.LEG_OF, LegText.of(place.link(), texts()));
            setTooltip(new Tooltip(reason));
            setAccessibleText(time.getText() + ", " + reason);
        }
        setGraphic(indented);
    }

    private void showCode(int number) {
        if (number == 0) {
            setGraphic(null);
            return;
        }
        code.setText(Integer.toString(number));
        code.getStyleClass().setAll("badge", "tiny", "code-link", CodeStyle.of(CodeClass.of(number)));
        code.setOnAction(click -> openCode.accept(number));
        String title = session.answers().get().find(number).map(entry -> entry.code().title()).orElse(code.getText());
        code.setAccessibleText(title);
        setTooltip(new Tooltip(title));
        setAccessibleText(title);
        setGraphic(code);
    }

    private void showMark() {
        FindingMark mark = followed.mark();
        if (mark.heaviest() == null) {
            setGraphic(null);
            setAccessibleText(texts().get(mark.findings() < 0 ? CallsViewText.NOT_LOOKED_AT : CallsViewText.FOUND_NOTHING));
        } else {
            setGraphic(badge(mark));
            String words = texts().get(
                    CallsViewText.FOUND, texts().get(mark.heaviest()), Integer.toString(mark.findings()));
            setTooltip(new Tooltip(words));
            setAccessibleText(words);
        }
    }

    private static Node badge(FindingMark mark) {
        var badge = new Label(Integer.toString(mark.findings()), Icons.of(WeightStyle.glyph(mark.heaviest())));
        badge.getStyleClass().addAll("mark", WeightStyle.of(mark.heaviest()));
        return badge;
    }}
