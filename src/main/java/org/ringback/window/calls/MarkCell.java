package org.ringback.window.calls;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.FindingMark;
import org.ringback.session.Session;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Icons;
import org.ringback.window.kit.WeightStyle;

/** How many findings there are about a call, and how heavy the heaviest is; follows as they are found. */
final class MarkCell extends CallCell {

    private final InvalidationListener onMark = change -> redraw();
    private CallRow followed;
    private Label badge;
    private FontIcon sign;
    private Weight styled;

    MarkCell(Session session) {
        super(session, CallOrder.By.FINDINGS);
    }

    @Override
    void show(CallRow row) {
        follow(row);
        FindingMark mark = row.mark();
        if (mark.heaviest() == null) {
            setGraphic(null);
            setAccessibleText(
                    texts().get(mark.findings() < 0 ? CallsViewText.NOT_LOOKED_AT : CallsViewText.FOUND_NOTHING));
            hint(null);
        } else {
            draw(mark);
            String words =
                    texts().get(CallsViewText.FOUND, texts().get(mark.heaviest()), Integer.toString(mark.findings()));
            setAccessibleText(words);
            hint(words);
        }
    }

    @Override
    void clear() {
        follow(null);
        super.clear();
    }

    private void follow(CallRow row) {
        if (row != followed) {
            if (followed != null) {
                followed.markProperty().removeListener(onMark);
            }
            followed = row;
            if (row != null) {
                row.markProperty().addListener(onMark);
            }
        }
    }

    private void draw(FindingMark mark) {
        Weight weight = mark.heaviest();
        if (badge == null) {
            sign = Icons.of(WeightStyle.glyph(weight));
            badge = new Label("", sign);
        }
        badge.setText(Integer.toString(mark.findings()));
        if (weight != styled) {
            sign.setIconCode(WeightStyle.glyph(weight));
            badge.getStyleClass().setAll("label", "mark", WeightStyle.of(weight));
            styled = weight;
        }
        setGraphic(badge);
    }
}
