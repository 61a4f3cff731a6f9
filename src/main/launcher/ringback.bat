@echo off
rem Starts Ringback with the Java that lies beside it. RINGBACK_JAVA_OPTIONS holds further options for that Java.
setlocal
set "image=%~dp0.."

rem Meant for other Java programs; here it would only make the cache unusable.
set CLASSPATH=
set JDK_JAVA_OPTIONS=

rem Classes already loaded and linked, for a fast start.
set cache=
if exist "%image%\lib\ringback.aot" set cache="-XX:AOTCache=%image%\lib\ringback.aot"

rem Whoever counts every packet of a large capture is served better by the thorough compiler, even started late.
set compiler=
if "%~1"=="media" set compiler=-XX:TieredStopAtLevel=4 -XX:CompileThresholdScaling=3

rem A console is asked to take UTF-8, which is a question to the system itself.
"%image%\bin\java" "@%image%\bin\options" --enable-native-access=org.ringback %cache% ^
    %compiler% %RINGBACK_JAVA_OPTIONS% --module org.ringback/org.ringback.Ringback %*
