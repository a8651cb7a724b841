using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Contests.Stage;

/// <summary>Who sits in the teams of a draft: people of the unit by staff number, guests by name.</summary>
[Route("contests/{code}/stage/members"), Require(Capability.ManageQuizzes)]
public sealed class StageMembersController(FindContest find, StageMembersQuery members, NameMembers name, IStringLocalizer<StageText> text) : Controller
{
    [HttpGet, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Edit(string code, CancellationToken cancel) => await find.HeldAsync(code, cancel) switch
    {
        null or { IsStage: false } => NotFound(),
        { MayBeChanged: false } => Redirect($"/contests/{code}/host"),
        var contest => View("StageMembersEdit", await members.RunAsync(contest, null, cancel)),
    };

    [HttpPost]
    public async Task<IActionResult> Update(string code, StageMembersInput input, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { Stage: { } stage } contest)
        {
            return NotFound();
        }

        var named = await ReadAsync(StageTermsJson.Read(stage), input, cancel);
        if (ModelState.IsValid)
        {
            if (await name.RunAsync(contest.Id, input.Version, named, cancel))
            {
                return Redirect($"/contests/{code}/stage/settings");
            }

            // The second of two is told, and sees what stands now.
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.Clear();
            ModelState.AddModelError("", text["Refusal_Changed"]);
            var now = await find.HeldAsync(code, cancel) ?? throw new InvalidOperationException("A contest is never deleted.");
            return View("StageMembersEdit", await members.RunAsync(now, null, cancel));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("StageMembersEdit", await members.RunAsync(contest, input, cancel));
    }

    /// <summary>Who was named; what cannot be read stands in the model state.</summary>
    private async Task<List<(string Team, int Number, Guid? PersonId, string? GuestName)>> ReadAsync(StageTerms terms, StageMembersInput input, CancellationToken cancel)
    {
        var people = await members.PeopleAsync([.. input.Members.Select(place => place.StaffNumber).OfType<string>()], cancel);
        var (named, seated) = (new List<(string Team, int Number, Guid? PersonId, string? GuestName)>(), new HashSet<Guid>());
        foreach (var (at, place) in input.Members.Index().Where(place => place.Item.Who is not null))
        {
            var field = $"Members[{at}].Who";
            if (place.Team is not { } key || !terms.Teams.Any(team => string.Equals(team.Key, key, StringComparison.Ordinal) && place.Number >= 1 && place.Number <= team.Members)
                || named.Exists(one => string.Equals(one.Team, key, StringComparison.Ordinal) && one.Number == place.Number))
            {
                ModelState.AddModelError(field, text["Bad_Place"]);
            }
            else if (place.StaffNumber is { } number)
            {
                var isKnown = people.TryGetValue(number, out var person);
                if (!isKnown || !seated.Add(person))
                {
                    ModelState.AddModelError(field, text[isKnown ? "Bad_Twice" : "Bad_StaffNumber", number]);
                }

                named.Add((key, place.Number, person, null));
            }
            else if (ContestNames.Clean(place.Who) is { } guest)
            {
                named.Add((key, place.Number, null, guest));
            }
            else
            {
                ModelState.AddModelError(field, text["Bad_Guest"]);
            }
        }

        return named;
    }
}
