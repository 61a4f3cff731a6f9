package org.ringback;

import javafx.application.Application;
import org.ringback.window.DesktopApp;

/** Starts the program. */
public final class Ringback {

    private Ringback() {}

    public static void main(String[] args) {
        Application.launch(DesktopApp.class, args);
    }
}
