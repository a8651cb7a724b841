using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TrainingHub.UnitTests.Guards;

/// <summary>
/// One pair of resource files and who uses it: the files of its folder, and those elsewhere that inject its localizer.
/// A localizer that is handed on without its type belongs to the folder in which it is used.
/// </summary>
internal sealed partial class TextFolder(string name, string path)
{
    public string Name => name;

    public required IReadOnlyDictionary<string, string> Chinese { get; init; }
    public required IReadOnlyDictionary<string, string> English { get; init; }

    /// <summary>Keys named where a text is asked for.</summary>
    public List<TextUse> Named { get; } = [];

    /// <summary>Keys put together where a text is asked for.</summary>
    public List<TextUse> Patterns { get; } = [];

    private readonly List<SourceText> _readers = [];

    /// <summary>Whether a file that uses these texts has the key as a string anywhere: keys travel through variables, too.</summary>
    public bool Mentions(string key) => _readers.Exists(file => file.Text.Contains($"\"{key}\"", StringComparison.Ordinal));

    public static TextFolder[] ReadAll()
    {
        var folders = Repository.Files("src/TrainingHub.Web", ".resx")
            .Where(file => file.Name.EndsWith(".zh-Hans.resx", StringComparison.Ordinal))
            .Select(file => new TextFolder(file.Name.Split('.')[0], file.Path[..file.Path.LastIndexOf('/')])
            {
                Chinese = Read(file.Path),
                English = Read(file.Path.Replace(".zh-Hans.", ".en.", StringComparison.Ordinal)),
            })
            .ToArray();
        var files = Repository.Files("src/TrainingHub.Web", ".cs", ".cshtml").ToList();
        foreach (var file in files)
        {
            ReadUses(file, folders);
        }

        // What a record inherits is said in the words of its own folder.
        foreach (var file in files)
        {
            foreach (Match inherited in Inheritable().Matches(file.Text))
            {
                var heirs = $" : {inherited.Groups[1].Value}";
                foreach (var folder in folders.Where(folder => !folder._readers.Contains(file) && folder._readers.Exists(reader => reader.Text.Contains(heirs, StringComparison.Ordinal))))
                {
                    folder._readers.Add(file);
                }
            }
        }

        return folders;
    }

    private static void ReadUses(SourceText file, TextFolder[] folders)
    {
        var own = folders.Where(folder => file.Path.StartsWith(folder.Path() + "/", StringComparison.Ordinal)).MaxBy(folder => folder.Path().Length);
        var injected = Localizer().Matches(file.Text)
            .Select(found => (Variable: found.Groups[2].Value, Folder: folders.SingleOrDefault(folder => string.Equals(folder.Name, found.Groups[1].Value, StringComparison.Ordinal))))
            .ToList();
        foreach (var folder in injected.Select(one => one.Folder).Append(own).OfType<TextFolder>().Distinct())
        {
            folder._readers.Add(file);
            // Patterns that are made outside the brackets: var key = $"Kind_{kind}", "Kind_" + kind.
            folder.AddPatterns(file, Interpolated().Matches(file.Text).Select(found => found.Groups[1].Value).Where(pattern => pattern.Contains('_')), mustExist: false);
            folder.AddPatterns(file, Prefix().Matches(file.Text).Select(found => found.Groups[1].Value + "{}"), mustExist: false);
        }

        foreach (Match asked in Asked().Matches(file.Text))
        {
            var named = injected.FindAll(one => string.Equals(one.Variable, asked.Groups[1].Value, StringComparison.Ordinal));
            (named.Count > 0 ? named[0].Folder : own)?.AddUses(file, asked.Groups[2].Value);
        }

        foreach (Match annotation in Annotation().Matches(file.Text))
        {
            own?.Named.Add(new TextUse(file.Path, annotation.Groups[1].Value));
        }
    }

    private string Path() => path;

    private void AddUses(SourceText file, string argument)
    {
        foreach (var found in Chosen(argument))
        {
            var literal = found.Groups[2].Value;
            if (argument[(found.Index + found.Length)..].TrimStart().StartsWith('+'))
            {
                // "Menu_" + key
                Patterns.Add(new TextUse(file.Path, literal + "*"));
            }
            else if (argument[..found.Index].TrimEnd().EndsWith('+'))
            {
                // key + "_Title"
                Patterns.Add(new TextUse(file.Path, "*" + literal));
            }
            else if (found.Groups[1].Length > 0)
            {
                AddPatterns(file, [literal], mustExist: true);
            }
            else
            {
                Named.Add(new TextUse(file.Path, literal));
            }
        }
    }

    private void AddPatterns(SourceText file, IEnumerable<string> interpolated, bool mustExist)
    {
        foreach (var found in interpolated)
        {
            var pattern = Hole().Replace(found, "*");
            var use = new TextUse(file.Path, pattern);
            if (pattern.Any(char.IsLetter) && (mustExist || Chinese.Keys.Any(use.Matches)) && !Patterns.Contains(use))
            {
                Patterns.Add(use);
            }
        }
    }

    /// <summary>The literals that name a key: with a condition those after the question mark, not those compared with.</summary>
    private static IEnumerable<Match> Chosen(string argument)
    {
        var from = argument.IndexOf(" ? ", StringComparison.Ordinal);
        return Literal().Matches(argument).Where(found => found.Index > from);
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(System.IO.Path.Combine(Repository.Root, file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")?.Value ?? "");

    [GeneratedRegex(@"I(?:String|Html|View)Localizer<(\w+)>\s+(\w+)")]
    private static partial Regex Localizer();

    /// <summary>The first argument of an indexer: <c>Text["Key", 3]</c>.</summary>
    [GeneratedRegex("""\b(\w*[tT]ext|words|localizer|Text\w*)\[((?:\$?"[^"]*"|[^\[\],"])+)""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\$""([^""\n]*)""")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\babstract record (\w+)")]
    private static partial Regex Inheritable();

    [GeneratedRegex(@"""(\w+_)""")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"(\$?)""([^""\n]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?:ErrorMessage|Name)\s*=\s*""(\w+_\w+)""")]
    private static partial Regex Annotation();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
