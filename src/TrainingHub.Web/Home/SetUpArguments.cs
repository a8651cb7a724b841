using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.Home;

/// <summary>What an operator wrote behind <c>setup</c>, <c>--name VALUE</c> or <c>--name=VALUE</c>: the options of that verb, and the settings that every start takes.</summary>
internal sealed class SetUpArguments
{
    /// <summary>Options that have to be given.</summary>
    public static readonly IReadOnlyList<string> Needed = ["organization", "kind", "name", "staff-number", "phone"];

    private static readonly HashSet<string> Known = new([.. Needed, "code", "region", "province", "position"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private SetUpArguments(IReadOnlyList<string> arguments)
    {
        List<string> settings = [];
        for (var at = 0; at < arguments.Count; at++)
        {
            var (name, inside) = arguments[at].Split('=', 2) is [var before, var after] ? (before, after) : (arguments[at], null);
            if (name.StartsWith("--", StringComparison.Ordinal) && Known.Contains(name[2..]))
            {
                _values[name[2..]] = (inside ?? (at + 1 < arguments.Count ? arguments[++at] : "")).Trim();
            }
            else
            {
                settings.Add(arguments[at]);
            }
        }

        Settings = settings;
    }

    public static SetUpArguments Read(IReadOnlyList<string> arguments) => new(arguments);

    /// <summary>Everything else, for the configuration: <c>--Data</c>, <c>--Database</c> and their like.</summary>
    public IReadOnlyList<string> Settings { get; }

    public string? Code => this["code"]?.ToUpperInvariant();

    public OrganizationInput Organization => new()
    {
        Name = this["organization"] ?? "",
        Kind = One<OrganizationKind>("kind"),
        RegionCode = this["region"],
        ProvinceShortName = this["province"],
    };

    public PersonInput Person => new() { Name = this["name"] ?? "", StaffNumber = this["staff-number"], Phone = this["phone"] };

    /// <summary>Unless said, whoever answers for safety in a unit of that kind; <see cref="CorePosition.None"/> when what was said is no post.</summary>
    public CorePosition Position => this["position"] is not null ? One<CorePosition>("position")
        : Organization.Kind >= OrganizationKind.TownshipCentralSchool ? CorePosition.SafetyOfficeHead
        : CorePosition.SafetySectionChief;

    /// <summary>The value of an option; null when it is absent or blank.</summary>
    public string? this[string option] => _values.GetValueOrDefault(option) is { Length: > 0 } value ? value : null;

    // Names only: the numbers behind them are nobody's business.
    private T One<T>(string option) where T : struct, Enum =>
        this[option] is { } typed && Array.Find(Enum.GetNames<T>(), name => string.Equals(name, typed, StringComparison.OrdinalIgnoreCase)) is { } name
            && Enum.Parse<T>(name) is var value && !value.Equals(Enum.Parse<T>("All"))
            ? value
            : default;
}
