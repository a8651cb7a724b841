using System.Globalization;
using TrainingHub.Contests;
using TrainingHub.Coverage;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Records;

namespace TrainingHub.Home;

/// <summary>What an operator asks for in a terminal, in place of serving the application.</summary>
/// <param name="settings">What stands behind the verb and configures the application.</param>
/// <param name="run">Does it and gives the exit code.</param>
internal sealed class OperatorVerb(IEnumerable<string> settings, Func<WebApplication, Task<int>> run)
{
    /// <summary>The command line without the verb and its options. A terminal is told of warnings and errors alone.</summary>
    public string[] Settings { get; } = [.. settings, "--Logging:LogLevel:Default=Warning"];

    /// <summary>The verb that a command line begins with; null when the application is to be served.</summary>
    public static OperatorVerb? Of(string[] arguments)
    {
        switch (arguments)
        {
            case ["setup", .. var wishes]:
                var setUp = SetUpArguments.Read(wishes);
                return new OperatorVerb(setUp.Settings, app => SetUpCommand.RunAsync(app, setUp));
            case ["quizzes", "check", .. var options]:
                return new OperatorVerb(options, CheckPapersCommand.RunAsync);
            case ["ledger", "verify", .. var options]:
                var (anchors, rest) = VerifyLedgerCommand.Read(options);
                return new OperatorVerb(rest, app => VerifyLedgerCommand.RunAsync(app, anchors));
            case ["contest", "replay", var which, .. var options]:
                return new OperatorVerb(options, app => ReplayContestCommand.RunAsync(app, which));
            case ["export", var folder, .. var options]:
                var hasNames = options.Contains("--names", StringComparer.Ordinal);
                return new OperatorVerb(options.Where(option => option is not "--names"), app => ExportFactsCommand.RunAsync(app, folder, hasNames));
            default:
                return null;
        }
    }

    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(WebApplication app)
    {
        // The terminal's language where the application speaks it, else its first one.
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is not ("en" or "zh"))
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture;
        return run(app);
    }
}
