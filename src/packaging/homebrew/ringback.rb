cask "ringback" do
  arch arm: "arm64", intel: "x64"

  version "@VERSION@"
  sha256 arm:   "@DMG_ARM_SHA256@",
         intel: "@DMG_INTEL_SHA256@"

  url "@HOME@/releases/download/v#{version}/ringback-#{version}-macos-#{arch}.dmg"
  name "Ringback"
  desc "Says why a SIP call failed and what to do about it"
  homepage "@HOME@"

  app "Ringback.app"
  binary "#{appdir}/Ringback.app/Contents/MacOS/Ringback", target: "ringback"

  zap trash: [
    "~/Library/Application Support/ringback",
    "~/Library/Logs/ringback",
  ]
end
