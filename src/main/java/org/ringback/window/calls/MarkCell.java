package org.ringback.window.calls;

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
final class MarkCell extends FollowingCell {

    private Label badge;
    private FontIcon sign;
    private Weight styled;

    MarkCell(Session session) {
        super(session, CallOrder.By.FINDINGS);
    }

    @Override
    void showFound(CallRow row) {
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
