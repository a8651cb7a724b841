using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>What tests of quizzes do over and over.</summary>
internal static class QuizSteps
{
    public const string Slug = "rotation-2024";

    extension(WebApp app)
    {
        /// <summary>Signs in as somebody who has finished all lessons of the course.</summary>
        public async Task<TestBrowser> LearnerAsync(string personKey)
        {
            await app.FinishLessonsAsync(personKey);
            return await app.SignInAsync(personKey);
        }

        public Task FinishLessonsAsync(string personKey, string slug = Slug) => app.InsideAsync(async services =>
        {
            var (db, personId) = (services.GetRequiredService<Db>(), WorldIds.Of("person", personKey));
            var quiz = await services.GetRequiredService<CourseShelf>().FindQuizAsync(slug, default) ?? throw new InvalidOperationException($"No quiz {slug}.");
            var finished = await db.LessonCompletions.Where(c => c.PersonId == personId && c.CourseSlug == quiz.Course.Slug).Select(c => c.LessonSlug).ToListAsync();
            db.LessonCompletions.AddRange(quiz.Course.Manifest.Lessons.Where(lesson => !finished.Contains(lesson.Slug)).Select(lesson => new LessonCompletion
            {
                PersonId = personId,
                CourseSlug = quiz.Course.Slug,
                LessonSlug = lesson.Slug,
                CourseHash = quiz.Course.Hash,
                FinishedAt = app.Clock.GetUtcNow().UtcDateTime,
            }));
            await db.SaveChangesAsync();
        });

        public Task<Attempt> AttemptAsync(string personKey, int number = 1, string slug = Slug) => app.WithDbAsync(db =>
            db.Attempts.AsNoTracking().SingleAsync(a => a.PersonId == WorldIds.Of("person", personKey) && a.QuizSlug == slug && a.Number == number));

        /// <summary>Right letters by item, in the order this paper shows the options.</summary>
        public async Task<IReadOnlyDictionary<int, string>> KeyAsync(string personKey, int number = 1, string slug = Slug)
        {
            var attempt = await app.AttemptAsync(personKey, number, slug);
            return await app.InsideAsync(async services =>
            {
                var items = await services.GetRequiredService<Db>().AttemptItems.Where(item => item.AttemptId == attempt.Id).ToListAsync();
                var questions = await services.GetRequiredService<QuestionShelf>().QuestionsAsync([.. items.Select(item => item.QuestionHash)], default);
                return items.ToDictionary(item => item.Number, item => Choice.Of(questions[item.QuestionHash].Key.CorrectOptions, PaperItem.ParseOptionOrder(item.OptionOrder)).ToString());
            });
        }
    }

    extension(TestBrowser browser)
    {
        /// <summary>Starts an attempt and returns its address.</summary>
        public async Task<string> StartAsync(string slug = Slug)
        {
            using var answer = await browser.PostAsync($"/quizzes/{slug}/attempts", []);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return answer.Headers.Location!.OriginalString;
        }

        public Task<HttpResponseMessage> AnswerAsync(string path, int item, int version, string choice) =>
            browser.PutJsonAsync($"{path}/answers/{item}", new { version, choice });

        public async Task AnswerAllAsync(string path, IReadOnlyDictionary<int, string> letters)
        {
            foreach (var (item, choice) in letters)
            {
                using var answer = await browser.AnswerAsync(path, item, 1, choice);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }

        public async Task<HttpStatusCode> HandInAsync(string path)
        {
            using var answer = await browser.PostAsync($"{path}/submission", []);
            return answer.StatusCode;
        }
    }

    extension(HttpResponseMessage answer)
    {
        public async Task<Receipt> ReceiptAsync() =>
            JsonSerializer.Deserialize<Receipt>(await answer.Content.ReadAsStringAsync(), JsonSerializerOptions.Web)!;
    }

    internal sealed record Receipt(int Item, int Version, string Choice, string SavedAt, bool Late, bool IsOpen, double SecondsLeft);
}
