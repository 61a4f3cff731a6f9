package org.ringback.window.kit;

import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import org.ringback.handbook.CodeClass;
import org.ringback.handbook.ResponseCode;

/**
 * The look of codes: a class has its color, and the number always stands with it, so that color is never the only sign.
 */
public final class CodeStyle {

    private CodeStyle() {}

    /** The number in its class color; numbers stay left to right. */
    public static Label badge(ResponseCode code, String size) {
        return badge(code.number(), size);
    }

    /** As {@link #badge(ResponseCode, String)}, of a code by its number. */
    static Label badge(int number, String size) {
        var badge = new Label(Integer.toString(number));
        badge.getStyleClass().addAll("badge", size, of(CodeClass.of(number)));
        badge.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        badge.setMinWidth(Label.USE_PREF_SIZE);
        return badge;
    }

    /** Has a badge say another code. */
    public static void tell(Label badge, ResponseCode code) {
        badge.setText(Integer.toString(code.number()));
        var styles = badge.getStyleClass();
        String style = of(CodeClass.of(code.number()));
        if (!style.equals(styles.getLast())) {
            styles.set(styles.size() - 1, style);
        }
    }

    /** The style class of a code class, for example {@code class-client-failure}. */
    public static String of(CodeClass codeClass) {
        return "class-" + codeClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
