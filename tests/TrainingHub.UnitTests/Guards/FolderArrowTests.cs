using System.Text.RegularExpressions;

namespace TrainingHub.UnitTests.Guards;

/// <summary>A folder uses only folders to its left. Domain and Web share the order, as they share the namespaces.</summary>
public sealed partial class FolderArrowTests
{
    private static readonly string[] Order =
    [
        "Time", "Facts", "Storage", "Hosting", "Organizations", "People", "Notices", "Account", "Standards", "Questions", "Courses", "Practice", "Programmes", "Records",
        "Coverage", "Certificates", "Completions", "Quizzes", "Classes", "Contests", "Sessions", "Assessments", "Recognitions", "Transcripts", "Reports", "Reminders", "Obligations", "Campaigns", "Verify", "Demo", "Home",
    ];

    /// <summary>Files that look to the right, with the reason.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["src/TrainingHub.Web/Storage/Db.cs"] = "names the table of every feature",
        ["src/TrainingHub.Web/Storage/AppendOnly.cs"] = "names every table that is only appended to",
        ["src/TrainingHub.Web/Home/Shared/_Layout.cshtml"] = "the frame of all pages",
    };

    /// <summary>Types that everybody may use wherever they lie, with the reason.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["People.Capability"] = "the word that [Require] and Scope take",
        ["Account.RequireAttribute"] = "every action says who may call it",
        ["Account.PublicAttribute"] = "every action says who may call it",
        ["Account.CurrentPerson"] = "who makes the request",
        ["Account.Scope"] = "how far that person reaches",
        ["Account.PrincipalExtensions"] = "the id of who makes the request",
    };

    [Fact]
    public void Every_folder_has_its_place_in_the_order()
    {
        var folders = Sources().Select(file => file.Folder!).Except(["Properties", "npm", "wwwroot", "fonts"]).Distinct();

        Findings.AssertNone(folders.Except(Order));
    }

    [Fact]
    public void Every_file_says_the_namespace_of_its_folder()
    {
        var strangers =
            from file in Sources()
            where file.Name.EndsWith(".cs", StringComparison.Ordinal) && NamespaceLine().Match(file.Code) is { Success: true } line
                && !string.Equals(line.Groups[1].Value, string.Join('.', ["TrainingHub", .. file.Path.Split('/')[2..^1]]), StringComparison.Ordinal)
            select file.Path;

        Findings.AssertNone(strangers);
    }

    [Fact]
    public void Folders_use_only_folders_to_their_left()
    {
        var files = Sources().ToList();
        var types = TypesOf(files);

        var arrows =
            from file in files
            where !Exempt.ContainsKey(file.Path)
            from target in Order[(Array.IndexOf(Order, file.Folder) + 1)..]
            let used = UsedOf(file, target, types[target].Except(types[file.Folder!]))
            where used.Count > 0
            select $"{file.Path}: {file.Folder} → {target} ({string.Join(", ", used)})";

        Findings.AssertNone(arrows);
    }

    [Fact]
    public void Exemptions_are_still_needed()
    {
        var files = Sources().ToList();
        var types = TypesOf(files);

        Findings.AssertNone(Exempt.Keys.Except(files.Select(file => file.Path)));
        Findings.AssertNone(Open.Keys.Except(Order.SelectMany(folder => types[folder].Select(type => $"{folder}.{type}"))));
    }

    private static IEnumerable<SourceText> Sources() =>
        Repository.Files("src/TrainingHub.Domain", ".cs").Concat(Repository.Files("src/TrainingHub.Web", ".cs", ".cshtml")).Where(file => file.Folder is not null);

    private static ILookup<string, string> TypesOf(IEnumerable<SourceText> files) => (
        from file in files
        where file.Name.EndsWith(".cs", StringComparison.Ordinal)
        from Match type in TypeName().Matches(file.Code)
        select (file.Folder, Name: type.Groups[1].Value)).Distinct().ToLookup(type => type.Folder!, type => type.Name);

    /// <summary>What a file uses of a folder to its right: the names of types, or "a using" where only extension members are used.</summary>
    private static List<string> UsedOf(SourceText file, string target, IEnumerable<string> types)
    {
        var mentions = Regex.IsMatch(file.Code, $@"\busing\s+(static\s+|\w+\s*=\s*)?TrainingHub\.{target}\b");
        var qualified = Regex.IsMatch(file.Code, $@"\b(TrainingHub\.)?{target}\.[A-Z]");
        if (!mentions && !qualified)
        {
            return [];
        }

        var before = mentions ? @"(?<![\w.])" : $@"\b{target}\.";
        var used = types.Where(type => Regex.IsMatch(file.Code, $@"{before}({type}|{WithoutAttribute(type)})\b")).ToList();
        if (used.Count == 0 && mentions && !Open.Keys.Any(open => open.StartsWith($"{target}.", StringComparison.Ordinal)))
        {
            return ["a using"];
        }

        return [.. used.Where(type => !Open.ContainsKey($"{target}.{type}"))];
    }

    private static string WithoutAttribute(string type) => type.EndsWith("Attribute", StringComparison.Ordinal) ? type[..^"Attribute".Length] : type;

    [GeneratedRegex(@"(?m)^namespace ([\w.]+);")]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"(?m)^(?:public|internal) (?:(?:sealed|static|abstract|partial|readonly) )*(?:class|record struct|record|struct|enum|interface) (\w+)")]
    private static partial Regex TypeName();
}
