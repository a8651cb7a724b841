using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace TrainingHub.WebTests;

// Tests work imports and snapshots off themselves, step by step: nothing happens behind their back. Nor do their hosts watch files for changes: hundreds
// of hosts would use up the watches that one user has.
internal static class TestSettings
{
    private const string Watching = "hostBuilder:reloadConfigOnChange";

    public static IReadOnlyDictionary<string, string> Sqlite(string folder) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Database"] = "sqlite", ["Data"] = folder, ["World"] = "small", ["Imports:Pump"] = "false", ["Notices:Pump"] = "false", ["Snapshots:Pump"] = "false", ["Plans:Pump"] = "false", [Watching] = "false" };

    public static IReadOnlyDictionary<string, string> Postgres(string folder, string connection) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Database"] = "postgres", ["Data"] = folder, ["Connection"] = connection, ["World"] = "small", ["Imports:Pump"] = "false", ["Notices:Pump"] = "false", ["Snapshots:Pump"] = "false", ["Plans:Pump"] = "false", [Watching] = "false" };

    /// <summary>The same without a demo world: an installation that has not begun.</summary>
    public static IReadOnlyDictionary<string, string> WithoutWorld(IReadOnlyDictionary<string, string> settings) =>
        new Dictionary<string, string>(settings, StringComparer.Ordinal) { ["World"] = "none" };

    /// <summary>Hashes passwords as quickly as can be: thousands of sign-ins would be the dearest thing that the tests do.</summary>
    public static void AddCheapPasswords(IServiceCollection services) => services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
}
