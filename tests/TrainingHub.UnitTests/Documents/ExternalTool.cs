using System.Diagnostics;
using System.Text;

namespace TrainingHub.UnitTests.Documents;

/// <summary>Programs that read our files with eyes other than ours.</summary>
internal static class ExternalTool
{
    public static (int ExitCode, string Output) Run(string tool, string package, params string[] arguments)
    {
        Assert.True(IsOnPath(tool), $"{tool} is not on PATH. Install the Debian package {package}.");
        var start = new ProcessStartInfo(tool, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();   // both pipes are emptied, or a talkative tool would wait for ever
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = errors.GetAwaiter().GetResult();
        return (process.ExitCode, output);
    }

    private static bool IsOnPath(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, tool)) || File.Exists(Path.Combine(folder, tool + ".exe")));
}
