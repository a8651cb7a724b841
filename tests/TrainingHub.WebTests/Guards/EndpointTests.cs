using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Account;

namespace TrainingHub.WebTests.Guards;

/// <summary>
/// Every address with who may call it, as a list that a reviewer can read: endpoints.txt beside this file. It changes with every
/// feature; <c>TRAININGHUB_WRITE_ENDPOINTS=1</c> writes it anew.
/// </summary>
public sealed class EndpointTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private static readonly string ListFile = Path.Combine(TestFiles.Root, "tests", "TrainingHub.WebTests", "Guards", "endpoints.txt");

    [Fact]
    public void The_list_of_endpoints_is_the_one_that_was_reviewed()
    {
        string[] lines = [.. Endpoints().Select(Line).Order(StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable("TRAININGHUB_WRITE_ENDPOINTS") is "1")
        {
            File.WriteAllLines(ListFile, lines);
        }

        var reviewed = File.ReadAllLines(ListFile);

        Assert.Empty(lines.Except(reviewed).Select(line => $"new: {line}"));
        Assert.Empty(reviewed.Except(lines).Select(line => $"gone: {line}"));
    }

    [Fact]
    public void Every_action_says_who_may_call_it()
    {
        var silent = Endpoints().Where(endpoint => Action(endpoint) is not null
            && endpoint.Metadata.GetMetadata<RequireAttribute>() is null && endpoint.Metadata.GetMetadata<PublicAttribute>() is null);

        Assert.Empty(silent.Select(Name));
    }

    [Fact]
    public void No_action_of_a_public_controller_believes_to_be_protected()
    {
        // [Public] anywhere on the way wins over every [Require]; only an action itself may open what its controller closes.
        var deceived = Endpoints().Where(endpoint => endpoint.Metadata.OfType<PublicAttribute>().Any()
            && endpoint.Metadata.OfType<RequireAttribute>().Any() && endpoint.Metadata.Last(data => data is RequireAttribute or PublicAttribute) is RequireAttribute);

        Assert.Empty(deceived.Select(Name));
    }

    [Fact]
    public void Nothing_uses_the_framework_attributes_behind_the_back_of_the_list()
    {
        var strangers = Endpoints().Where(endpoint => Action(endpoint) is not null
            && endpoint.Metadata.Any(data => (data is IAuthorizeData and not RequireAttribute) || (data is IAllowAnonymous and not PublicAttribute)));

        Assert.Empty(strangers.Select(Name));
    }

    [Fact]
    public void Every_writing_action_checks_the_anti_forgery_token()
    {
        var unchecked_ = Endpoints().Where(endpoint => endpoint.Metadata.Any(data => data is Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute));

        // The error page is shown in place of whatever was asked for, a POST without a token too; it writes nothing.
        Assert.Equal(["Home.ErrorController.Show"], unchecked_.Select(Name).Distinct());
    }

    [Fact]
    public void The_first_word_of_an_address_is_a_folder()
    {
        var strangers = Endpoints().Where(endpoint => Action(endpoint) is { } action
            && endpoint.RoutePattern.RawText is { Length: > 0 } pattern
            && !Folders(action).Contains(pattern.Trim('/').Split('/', '.')[0], StringComparer.OrdinalIgnoreCase));

        Assert.Empty(strangers.Select(endpoint => $"{endpoint.RoutePattern.RawText} is answered by {Name(endpoint)}"));
    }

    /// <summary>The controller's folder; Home holds the pages that have no feature; the catalogue of positions belongs to people, the ledger to records, what completes a programme again to completions, targets to coverage, papers about a person or unit to transcripts.</summary>
    private static string[] Folders(ControllerActionDescriptor action) => action.ControllerTypeInfo.Namespace!.Split('.')[1] switch
    {
        "Home" => ["error", "language", "help", "accessibility"],
        "People" => ["people", "positions", "organizations"],
        "Account" => ["account", "organizations"],
        "Coverage" => ["coverage", "organizations", "programmes", "people"],
        "Certificates" => ["certificates", "verify"],
        "Records" => ["records", "ledger", "people"],
        "Completions" => ["programmes", "records"],
        "Transcripts" => ["records", "people", "organizations"],
        var folder => [folder],
    };

    private IEnumerable<RouteEndpoint> Endpoints() =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    private static ControllerActionDescriptor? Action(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>();

    private static string Name(RouteEndpoint endpoint) => Action(endpoint) is { } action
        ? $"{action.ControllerTypeInfo.FullName!["TrainingHub.".Length..]}.{action.ActionName}"
        : endpoint.DisplayName ?? "?";

    private static string Line(RouteEndpoint endpoint)
    {
        var methods = string.Join(',', (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Order(StringComparer.Ordinal));
        return $"/{endpoint.RoutePattern.RawText?.Trim('/'),-60} {methods,-9} {Policy(endpoint),-32} {Name(endpoint)}";
    }

    private static string Policy(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? "public"
        : string.Join('+', endpoint.Metadata.OfType<IAuthorizeData>().Select(data => data.Policy ?? "?").Distinct()) is { Length: > 0 } policies ? policies : "nobody";
}
