using TrainingHub.Courseware.Files;
using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Reads a folder of courses and holds them against each other.</summary>
public static class CoursesReader
{
    /// <summary>Every course of the folder, by name; folders whose name begins with an underscore are none.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<InspectedCourse> Inspect(string folder)
    {
        List<InspectedCourse> courses =
        [
            .. from path in Directory.EnumerateDirectories(folder)
               let files = new CourseFolder(path)
               where !files.Slug.StartsWith('_')
               select new InspectedCourse(files.Slug, CourseReader.Inspect(files.Slug, files, new CourseSetting(), CancellationToken.None)),
        ];
        courses.Sort((one, other) => string.CompareOrdinal(one.Folder, other.Folder));
        var log = new ProblemLog();
        CheckSlugs(courses, log);
        CheckQuizzes(courses, log);
        CheckTwins(courses, log);
        var found = log.Sorted.ToLookup(problem => problem.File.Split('/')[0], StringComparer.Ordinal);
        return [.. courses.Select(course => With(course, [.. found[course.Folder]]))];
    }

    private static InspectedCourse With(InspectedCourse course, IReadOnlyList<Problem> more)
    {
        if (more.Count is 0)
        {
            return course;
        }

        IReadOnlyList<Problem> problems = [.. course.Inspection.Problems, .. more];
        return course with
        {
            Inspection = course.Inspection with
            {
                Problems = problems,
                Outcome = course.Inspection.Outcome is CourseOutcome.Read read && !more.Any(problem => problem.Severity is ProblemSeverity.Error)
                    ? read with { Warnings = problems }
                    : new CourseOutcome.Refused(problems),
            },
        };
    }

    private static void CheckSlugs(IEnumerable<InspectedCourse> courses, ProblemLog log)
    {
        foreach (var same in courses.Where(course => course.Inspection.Slug.Length > 0).GroupBy(course => course.Inspection.Slug, StringComparer.Ordinal))
        {
            foreach (var later in same.Skip(1))
            {
                log.Error(
                    new Place($"{later.Folder}/course.yml", 1),
                    "course-slug-repeated",
                    ($"课程名称“{same.Key}”已用在{same.First().Folder}里。", $"The course's slug '{same.Key}' is used in {same.First().Folder}."),
                    ("换一个slug，文件夹名一起改。", "Choose another slug, for the folder too."));
            }
        }
    }

    private static void CheckQuizzes(IEnumerable<InspectedCourse> courses, ProblemLog log)
    {
        var quizzes = courses.SelectMany(course => course.Inspection.Quizzes, (course, quiz) => (course.Folder, quiz.Slug));
        foreach (var same in quizzes.GroupBy(quiz => quiz.Slug, StringComparer.Ordinal))
        {
            foreach (var later in same.Skip(1))
            {
                log.Error(
                    new Place($"{later.Folder}/quizzes/{same.Key}.yml", 1),
                    "quiz-slug-repeated",
                    ($"测验名称“{same.Key}”已用在课程“{same.First().Folder}”里。", $"The quiz name '{same.Key}' is used by the course '{same.First().Folder}'."),
                    ("换一个名称，文件名、slug和course.yml里的quiz一起改。", "Choose another name; change the file name, slug and quiz in course.yml together."));
            }
        }
    }

    /// <summary>Between courses; within one its own reading finds them.</summary>
    private static void CheckTwins(IEnumerable<InspectedCourse> courses, ProblemLog log)
    {
        List<(string Folder, PlacedQuestion Placed)> all = [.. courses.SelectMany(course => course.Inspection.Questions, (course, placed) => (course.Folder, placed))];
        foreach (var twin in QuestionTwins.Find([.. all.Select(entry => entry.Placed.Question)]))
        {
            var (earlier, later) = (all[twin.Earlier], all[twin.Later]);
            if (!string.Equals(earlier.Folder, later.Folder, StringComparison.Ordinal))
            {
                QuestionRules.ReportTwin(
                    log, twin.Kind, new Place(later.Placed.File, later.Placed.StemLine), earlier.Placed.Question.Prompt.Id, new Place(earlier.Placed.File, earlier.Placed.StemLine));
            }
        }
    }
}
