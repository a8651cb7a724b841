using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using TrainingHub.Contests.Stage;
using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>How a contest stands, as phones and the hall are told: the same for everybody, and nothing of a question before it is opened, of a key before it is revealed.</summary>
internal static class ContestView
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Of(ContestRoom room, ContestState state, DateTime now, bool isHall)
    {
        if (room.IsStage)
        {
            return StageView.Of(room, state, now);
        }

        var (question, card) = (state.Current, room.CardOf(state.Item));
        return JsonSerializer.Serialize(new
        {
            number = state.PublicNumber,
            phase = state.Phase.ToString(),
            paused = state.IsPaused,
            item = state.Item,
            items = state.Items,
            now = Milliseconds(now),
            deadline = question?.Deadline is { } deadline ? Milliseconds(deadline) : (long?)null,
            left = question?.Left(now),
            limit = question?.Limit,
            question = question is null || card is null ? null : Shown(room, card),
            right = state.Phase is ContestPhase.Revealed && question is { Right: { } right } ? right.Order(StringComparer.Ordinal).ToList() : null,
            withdrawn = question?.IsWithdrawn,
            counts = isHall ? new { seats = state.Seats.Count, answered = question?.Answers.Count ?? 0 } : null,
        }, Options);
    }

    /// <summary>How many have joined and answered, and where few play or teams do, who: for the hall alone, and never what.</summary>
    public static string CountsOf(ContestRoom room, ContestState state)
    {
        var told = room is { IsStage: false, IsOfClasses: false } && state.Phase is ContestPhase.Open or ContestPhase.Locked ? state.Current : null;
        return JsonSerializer.Serialize(new
        {
            seats = state.Seats.Count,
            answered = state.Current?.Answers.Count ?? 0,
            who = told is null || state.Seats.Count > HallFacts.MostNamed ? null : told.Answers.Keys.Order().ToList(),
            parties = told is null || room.Teams.Count is 0 ? null : HallFacts.PartiesOf(room, state, told).Select(party => new { members = party.Members, answered = party.Answered }),
        }, Options);
    }

    public static string Write(object facts) => JsonSerializer.Serialize(facts, Options);

    /// <summary>Of a picture that is sent ahead.</summary>
    public static string AddressOf(string code, ContestParcel parcel) => $"/contests/{code}/parcels/{parcel.Id}";

    public static object Shown(ContestRoom room, ContestCard card) => new
    {
        kind = card.Question.Prompt.Kind.ToString(),
        stem = card.Question.Prompt.Stem,
        options = card.Options,
        pictures = card.Question.Prompt.AllPictures.Select(picture => Shown(room, picture, room.ParcelOf(card.Number, picture.File))),
    };

    private static object Shown(ContestRoom room, QuestionPicture picture, ContestParcel? parcel) => new
    {
        address = $"/contests/{room.Code}/pictures/{picture.File}",
        width = picture.Width,
        height = picture.Height,
        alt = picture.Alt,
        type = picture.Type,
        parcel = parcel is null ? null : AddressOf(room.Code, parcel),
        key = parcel is null ? null : Convert.ToBase64String(parcel.Key),
    };

    public static long Milliseconds(DateTime at) => new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
