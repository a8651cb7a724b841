using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Seeds;
using TrainingHub.Sessions;
using TrainingHub.Time;

namespace TrainingHub.WebTests.Sessions;

/// <summary>What tests of sessions do over and over.</summary>
internal static partial class SessionSteps
{
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    extension(TestBrowser keeper)
    {
        /// <summary>A session of one afternoon, today from 14:00, as the fields say; its code.</summary>
        public async Task<string> PlanAsync(Dictionary<string, string>? fields = null, string unit = SmallWorld.Linxi)
        {
            using var answer = await keeper.PostAsync("/sessions", keeper.Fields(unit, fields));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
            return answer.Headers.Location!.OriginalString.Split('/')[^1];
        }

        public Dictionary<string, string> Fields(string unit = SmallWorld.Linxi, Dictionary<string, string>? others = null)
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Organization"] = WorldIds.CodeOf(unit),
                ["Title"] = "秋季校长集中培训",
                ["Kind"] = "Lecture",
                ["Place"] = "区教师进修学校报告厅",
                ["Lecturer"] = "消防救援大队王工",
                ["Seats"] = "3",
                ["HoursPerHalfDay"] = "4",
                ["HalfDaysNeeded"] = "1",
                ["Programme"] = "safety-rotation",
                ["HalfDays[0].Day"] = Day(keeper.Today),
                ["HalfDays[0].Half"] = "Afternoon",
                ["HalfDays[0].Begins"] = "14:00",
                ["HalfDays[0].Ends"] = "17:00",
            };
            foreach (var (name, value) in others ?? [])
            {
                fields[name] = value;
            }

            return fields;
        }

        public DateOnly Today => DateOnly.FromDateTime(keeper.Clock.GetUtcNow().AddHours(8).DateTime);

        public async Task CallAsync(string code, params string[] people)
        {
            using var answer = await keeper.PostAsync($"/sessions/{code}/participants", people.Select(person => KeyValuePair.Create("people", WorldIds.Of("person", person).ToString())));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        }

        /// <summary>Ticks people in the keeper's list, as the page shows it now.</summary>
        public async Task<HttpResponseMessage> MarkAsync(string code, int part, params (string Person, AttendanceMarks Marks)[] wishes)
        {
            var page = await keeper.ReadAsync($"/sessions/{code}/attendance?part={part}");
            return await keeper.PostAsync($"/sessions/{code}/attendance?part={part}", MarksOf(page, part, wishes));
        }

        public async Task<int> VersionAsync(string code) => int.Parse(VersionField().Match(await keeper.ReadAsync($"/sessions/{code}/details")).Groups[1].Value, CultureInfo.InvariantCulture);

        public async Task<HttpResponseMessage> CloseAsync(string code)
        {
            var version = await keeper.VersionAsync(code);
            return await keeper.PostAsync($"/sessions/{code}/closing", new() { ["version"] = version.ToString(CultureInfo.InvariantCulture) });
        }
    }

    extension(WebApp app)
    {
        /// <summary>Moves the time to an hour of the keeper's day, in Shanghai; never back.</summary>
        public void MoveTo(DateOnly day, int hour, int minute = 0)
        {
            var moment = new DateTimeOffset(day, new TimeOnly(hour, minute), TimeSpan.FromHours(8));
            app.Clock.MoveTo(moment > app.Clock.GetUtcNow() ? moment : app.Clock.GetUtcNow());
        }

        /// <summary>Where the code leads that the hall shows now.</summary>
        public Task<string> ScanAsync(string code, int part = 1, ScanPurpose purpose = ScanPurpose.Arrival) => app.InsideAsync(async services =>
        {
            var session = await services.GetRequiredService<TrainingHub.Storage.Db>().TrainingSessions.AsNoTracking().SingleAsync(one => one.Code == code);
            var text = HallCode.At(services.GetRequiredService<HallSeal>().SecretOf(session), session.Id, part, purpose, services.GetRequiredService<DayClock>().Now);
            return $"/sessions/{code}/scans/{part}/{(int)purpose}/{text}";
        });

        public Task<Guid> SessionIdAsync(string code) => app.WithDbAsync(db => db.TrainingSessions.Where(session => session.Code == code).Select(session => session.Id).SingleAsync());

        public async Task<AttendanceMarks> MarksAsync(string code, string personKey, int part = 1)
        {
            var (id, person) = (await app.SessionIdAsync(code), WorldIds.Of("person", personKey));
            var row = await app.WithDbAsync(db => db.Attendances.AsNoTracking().SingleOrDefaultAsync(one =>
                one.SessionId == id && one.HalfDay == part && db.Participants.Any(p => p.Id == one.ParticipantId && p.PersonId == person)));
            return row?.Marks ?? AttendanceMarks.None;
        }
    }

    /// <summary>The keeper's form with what it shows, and the wishes in place of what it shows of those people.</summary>
    public static List<KeyValuePair<string, string>> MarksOf(string page, int part, params (string Person, AttendanceMarks Marks)[] wishes)
    {
        List<KeyValuePair<string, string>> fields = [new("Part", part.ToString(CultureInfo.InvariantCulture)), new("Means", "List")];
        foreach (Match row in Rows().Matches(page))
        {
            var (at, name) = (row.Groups[2].Value, row.Groups[1].Value.Trim());
            var shown = (AttendanceMarks)int.Parse(row.Groups[4].Value, CultureInfo.InvariantCulture);
            fields.Add(new($"Rows[{at}].Id", row.Groups[3].Value));
            fields.Add(new($"Rows[{at}].Shown", row.Groups[4].Value));
            var wished = wishes.Where(wish => string.Equals(wish.Person, name, StringComparison.Ordinal)).Select(wish => (AttendanceMarks?)wish.Marks).FirstOrDefault() ?? shown;
            fields.AddRange(Enum.GetValues<AttendanceMarks>().Where(mark => mark != AttendanceMarks.None && wished.HasFlag(mark)).Select(mark => KeyValuePair.Create($"Rows[{at}].Marks", mark.ToString())));
        }

        return fields;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("""<th scope="row">([^<]+)<small>[^<]*</small><input type="hidden" name="Rows\[(\d+)\]\.Id" value="([^"]+)"><input type="hidden" name="Rows\[\d+\]\.Shown" value="(\d+)">""")]
    private static partial Regex Rows();

    [GeneratedRegex("name=\"Version\" value=\"(\\d+)\"")]
    private static partial Regex VersionField();
}
