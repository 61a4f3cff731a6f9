package org.ringback.window.calls;

import java.util.function.IntConsumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import org.ringback.handbook.CodeClass;
import org.ringback.session.CallOrder;
import org.ringback.session.CallRow;
import org.ringback.session.Session;
import org.ringback.window.kit.CodeStyle;

/** The final code of a call in the color of its class; it opens its page. */
final class FinalCodeCell extends CallCell {

    private final Button code = new Button();
    private CodeClass styled;
    private int number;

    FinalCodeCell(Session session, IntConsumer openCode) {
        super(session, CallOrder.By.CODE);
        code.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        code.setFocusTraversable(false);
        code.setOnAction(click -> openCode.accept(number));
    }

    @Override
    void show(CallRow row) {
        number = row.code();
        if (number == 0) {
            clear();
            return;
        }
        code.setText(Integer.toString(number));
        style(CodeClass.of(number));
        String title = session()
                .answers()
                .get()
                .find(number)
                .map(entry -> entry.code().title())
                .orElse(code.getText());
        code.setAccessibleText(title);
        setAccessibleText(title);
        hint(title);
        setGraphic(code);
    }

    private void style(CodeClass wanted) {
        if (wanted != styled) {
            code.getStyleClass().setAll("badge", "tiny", "code-link", CodeStyle.of(wanted));
            styled = wanted;
        }
    }
}
