using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Sessions;

/// <summary>What tests of sessions' papers do over and over.</summary>
internal static class PaperSteps
{
    extension(WebApp app)
    {
        /// <summary>The papers of a session by the name of whose they are, with the right letters.</summary>
        public Task<Dictionary<string, DrawnPaper>> PapersAsync(string code) => app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<Db>();
            var papers = await (
                from paper in db.SessionPapers.AsNoTracking()
                where db.TrainingSessions.Any(session => session.Id == paper.SessionId && session.Code == code)
                join participant in db.Participants on paper.ParticipantId equals participant.Id
                select new { Paper = paper, Name = participant.GuestName ?? db.People.Where(person => person.Id == participant.PersonId).Select(person => person.Name).First() }).ToListAsync();
            var found = new Dictionary<string, DrawnPaper>(StringComparer.Ordinal);
            foreach (var one in papers)
            {
                var items = await db.AttemptItems.Where(item => item.AttemptId == one.Paper.Id).OrderBy(item => item.Number).ToListAsync();
                var questions = await services.GetRequiredService<QuestionShelf>().QuestionsAsync([.. items.Select(item => item.QuestionHash)], default);
                found[one.Name] = new DrawnPaper(one.Paper.Id, one.Paper.ParticipantId, one.Paper.Number, one.Paper.FullPoints, items.ToDictionary(
                    item => item.Number, item => Choice.Of(questions[item.QuestionHash].Key.CorrectOptions, PaperItem.ParseOptionOrder(item.OptionOrder)).ToString()));
            }

            return found;
        });
    }

    public static List<KeyValuePair<string, string>> Answers(int version, IReadOnlyDictionary<int, string> letters, string reason = "") =>
    [
        .. Fields(version, ("Reason", reason)),
        .. letters.SelectMany(one => one.Value.Select(letter => KeyValuePair.Create($"choice-{one.Key}", letter.ToString()))),
    ];

    public static Dictionary<string, string> Fields(int version, params (string Name, string Value)[] others) =>
        others.Append((Name: "Version", Value: version.ToString(CultureInfo.InvariantCulture))).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
}

/// <param name="Key">The right letters, by item.</param>
internal sealed record DrawnPaper(Guid Id, Guid Holder, int Number, int Full, IReadOnlyDictionary<int, string> Key)
{
    /// <summary>The right letters of all items but the first so many.</summary>
    public IReadOnlyDictionary<int, string> Without(int items) => Key.ToDictionary(one => one.Key, one => one.Key > items ? one.Value : "");
}
