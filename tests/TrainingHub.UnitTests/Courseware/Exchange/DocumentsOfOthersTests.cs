using System.Globalization;
using System.IO.Compression;
using System.Text;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;
using TrainingHub.UnitTests.Guards;

namespace TrainingHub.UnitTests.Courseware.Exchange;

/// <summary>
/// Documents as other systems write them, each beside what has to be read out of it (<c>.read</c>; a folder is a package). Run with
/// TRAININGHUB_WRITE_DOCUMENTS=1 to write the readings anew, and then read them.
/// </summary>
public sealed class DocumentsOfOthersTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/TrainingHub.UnitTests/Courseware/Exchange/DocumentsOfOthers");

    public static TheoryData<string> Documents => [.. Directory.EnumerateFileSystemEntries(Folder).Select(path => Path.GetFileName(path)).Where(name => !name.EndsWith(".read", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Is_read_as_it_was_meant(string name)
    {
        var path = Path.Combine(Folder, name);

        var read = Written(ForeignFile.Read(Directory.Exists(path) ? Packed(path) : File.ReadAllBytes(path)));

        if (Environment.GetEnvironmentVariable("TRAININGHUB_WRITE_DOCUMENTS") is "1")
        {
            File.WriteAllText(path + ".read", read);
        }

        Assert.Equal(File.ReadAllText(path + ".read"), read);
    }

    private static byte[] Packed(string folder)
    {
        using var memory = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, memory);
        return memory.ToArray();
    }

    private static string Written(ForeignReading reading) => reading switch
    {
        ForeignReading.Refused refused => string.Create(CultureInfo.InvariantCulture, $"refused: {refused.Why} line {refused.Line} {refused.Detail}").TrimEnd() + "\n",
        ForeignReading.ColumnsUnknown unknown => $"columns: {string.Join(", ", unknown.Guess.Select(column => column?.ToString() ?? "?"))}\n",
        ForeignReading.Read read => $"{read.Format}\n" + string.Concat(read.Questions.Select(Written)),
        _ => throw new InvalidOperationException(),
    };

    private static string Written(ForeignQuestion question)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n{question.Number} {(question.IsTakeable ? "taken" : "refused")} {question.Kind} line {question.Line}");
        Add(" ", [question.Where]);
        Add("\n  stem: ", [question.Stem]);
        foreach (var (place, option) in question.Options.Index())
        {
            var target = question.Kind is QuestionKind.Matching && place < question.Pairs.Count ? " -> " + question.Targets[question.Pairs[place]] : "";
            Add(question.Right.Contains(place) ? "\n  right: " : "\n  option: ", [option + target]);
        }

        Add("\n  true: ", question.Kind is QuestionKind.TrueFalse ? question.Right.Select(right => right is 0 ? "yes" : "no") : []);
        Add("\n  target: ", question.Targets.Where((_, place) => !question.Pairs.Contains(place)));
        Add("\n  blank: ", question.Blanks.Select(blank => BlankText.Write([blank])));
        Add("\n  rubric: ", question.Rubric.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Text} ({line.Weight})")));
        Add("\n  zone: ", question.Zones.Select(zone => string.Join(' ', zone.Corners.Take(4).Select(corner => string.Create(CultureInfo.InvariantCulture, $"{corner.X},{corner.Y}"))) + (zone.Corners.Count > 4 ? " …" : "")));
        Add("\n  picture: ", question.AllPictures.Select(picture => string.Create(CultureInfo.InvariantCulture, $"{picture.Type} {picture.Width}x{picture.Height} {picture.Alt}")));
        Add("\n  explanation: ", [question.Explanation]);
        Add("\n  tag: ", question.Tags.Concat(question.Points));
        Add("\n  difficulty: ", question.Difficulty > 0 ? [question.Difficulty.ToString(CultureInfo.InvariantCulture)] : []);
        Add("\n  basis: ", [question.Basis]);
        Add("\n  fault: ", question.Problems.Where(problem => !problem.IsNote).Select(problem => $"{problem.Fault} {problem.Detail}"));
        Add("\n  note: ", question.Problems.Where(problem => problem.IsNote && problem.Fault is not (ForeignFault.BasisMissing or ForeignFault.ExplanationMissing)).Select(problem => $"{problem.Fault} {problem.Detail}"));
        return text.Append('\n').ToString();

        void Add(string before, IEnumerable<string> words)
        {
            foreach (var word in words.Where(word => word.Length > 0))
            {
                text.Append(before).Append(word.Replace("\n", " / ", StringComparison.Ordinal).TrimEnd());
            }
        }
    }
}
