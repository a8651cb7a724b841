using System.Globalization;
using System.Text.Json;
using TrainingHub.Courseware;
using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary><c>TrainingHub.Web courses lint [--json] [FOLDER]</c>: checks the folder of courses without starting the application.</summary>
internal static class CoursesLint
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <returns>0 when every course can be published, else 1.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var folder = arguments.FirstOrDefault(argument => !argument.StartsWith('-')) ?? Path.Combine(AppContext.BaseDirectory, "courses");
        var reports = Directory.EnumerateDirectories(folder).Where(path => !Path.GetFileName(path).StartsWith('_'))
            .Order(StringComparer.Ordinal).Select(Check).ToList();
        if (arguments.Contains("--json", StringComparer.Ordinal))
        {
            Console.WriteLine(JsonSerializer.Serialize(reports.Select(report => new
            {
                report.Slug,
                report.Lessons,
                report.Questions,
                report.WithBasis,
                report.WithClause,
                Problems = report.Problems.Select(problem => problem.ToString()),
            }), Json));
        }
        else
        {
            reports.ForEach(Print);
        }

        return reports.Exists(report => report.IsRefused) ? 1 : 0;
    }

    private static Report Check(string folder) => CourseReader.Read(folder) switch
    {
        CourseOutcome.Read read => new Report(
            read.Content.Slug, read.Content.Lessons.Count, read.Content.Questions.Count, read.Content.Questions.Count,
            read.Content.Questions.Count(question => question.Key.Basis is Basis.OfClause), read.Warnings, IsRefused: false),
        CourseOutcome.Refused refused => new Report(Path.GetFileName(folder), 0, 0, 0, 0, refused.Problems, IsRefused: true),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void Print(Report report)
    {
        Console.WriteLine(report.IsRefused
            ? $"{report.Slug}: {report.Problems.Count} 处需要修改，不能发布"
            : $"{report.Slug}: {report.Lessons} 课，{report.Questions} 题，有依据 {Share(report.WithBasis, report.Questions)}，引用条款 {report.WithClause} 题（{Share(report.WithClause, report.Questions)}）");
        foreach (var problem in report.Problems)
        {
            Console.WriteLine($"  {problem}");
        }
    }

    /// <summary>Rounded down to one decimal.</summary>
    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{(whole is 0 ? 0 : part * 1000 / whole / 10m):0.#}%");

    private sealed record Report(string Slug, int Lessons, int Questions, int WithBasis, int WithClause, IReadOnlyList<Problem> Problems, bool IsRefused);
}
