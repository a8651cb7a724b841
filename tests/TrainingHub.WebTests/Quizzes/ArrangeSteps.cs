using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>What tests of arranged quizzes do over and over.</summary>
internal static class ArrangeSteps
{
    public const string Course = "fire-safety";

    extension(TestBrowser officer)
    {
        /// <summary>A draft; its slug.</summary>
        public async Task<string> DraftAsync(string unit = SmallWorld.Linxi, string title = "春季消防测验")
        {
            using var answer = await officer.PostAsync("/quizzes", new() { ["Title"] = title, ["Organization"] = WorldIds.CodeOf(unit) });
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return answer.Headers.Location!.OriginalString.Split('/')[2];
        }

        /// <summary>A quiz that is published and open now, as the fields say; its slug.</summary>
        public async Task<string> ArrangeAsync(string unit = SmallWorld.Linxi, Dictionary<string, string>? fields = null)
        {
            var slug = await officer.DraftAsync(unit);
            using var saved = await officer.PostAsync($"/quizzes/{slug}/settings", officer.Fields(version: 1, fields));
            Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
            using var published = await officer.PostAsync($"/quizzes/{slug}/standing", new() { ["Next"] = "Published", ["Version"] = "2" });
            Assert.True(published.StatusCode == HttpStatusCode.Redirect, await published.Content.ReadAsStringAsync());
            return slug;
        }

        /// <summary>The form of the settings: six single choice questions of one course in a window of two hours that is open now.</summary>
        public Dictionary<string, string> Fields(int version, Dictionary<string, string>? others = null)
        {
            var now = officer.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
            var fields = new Dictionary<string, string>
            {
                ["Version"] = version.ToString(CultureInfo.InvariantCulture),
                ["Title"] = "春季消防测验",
                ["OpensAt"] = Local(now),
                ["ClosesAt"] = Local(now.AddHours(2)),
                ["Minutes"] = "30",
                ["PassPercent"] = "60",
                ["AttemptsAllowed"] = "1",
                ["Counts"] = "Best",
                ["WaitMinutes"] = "0",
                ["Score"] = "AtOnce",
                ["Answers"] = "AtOnce",
                ["Explanations"] = "AtOnce",
                ["Courses"] = Course,
                ["ShufflesQuestions"] = "true",
                ["ShufflesOptions"] = "true",
                ["Sections[0].Kind"] = "Single",
                ["Sections[0].Count"] = "6",
                ["Sections[0].Points"] = "10",
            };
            foreach (var (name, value) in others ?? [])
            {
                fields[name] = value;
            }

            return fields;
        }
    }

    public static string Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    extension(WebApp app)
    {
        /// <summary>The questions of a course that may stand on papers today.</summary>
        public Task<IReadOnlyList<QuestionVersion>> BankAsync(string slug = Course) => app.InsideAsync(async services =>
            (IReadOnlyList<QuestionVersion>)[.. (await services.GetRequiredService<CurrentBank>().ForPapersAsync((await services.GetRequiredService<CourseShelf>().FindAsync(slug, default))!, default))
                .Where(question => question.MayBeExamined)]);
    }
}
