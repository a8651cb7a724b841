using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddStageMembersReportNamesAndRosterWordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Part",
                table: "SessionFiles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UnclearWords",
                table: "RosterImports",
                type: "TEXT",
                maxLength: 200000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MoreProblems",
                table: "RosterImportRows",
                type: "TEXT",
                maxLength: 8000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Columns",
                table: "Reports",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Policy",
                table: "Programmes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Calls",
                table: "KeptProposals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CallsDone",
                table: "KeptProposals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ReportNames",
                columns: table => new
                {
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsOfChanges = table.Column<bool>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportNames", x => new { x.ListId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReportNames_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportPeople",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NamesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NamesDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportPeople", x => new { x.ReportId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ReportPeople_Reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "Reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterWordings",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Column = table.Column<int>(type: "INTEGER", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PositionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Employment = table.Column<int>(type: "INTEGER", nullable: true),
                    IsLeftOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterWordings", x => new { x.OrganizationId, x.Column, x.Folded });
                });

            migrationBuilder.CreateTable(
                name: "StageMembers",
                columns: table => new
                {
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamKey = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GuestName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StageMembers", x => new { x.ContestId, x.TeamKey, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReportNames_ReportId",
                table: "ReportNames",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportPeople_PersonId",
                table: "ReportPeople",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StageMembers_ContestId_PersonId",
                table: "StageMembers",
                columns: new[] { "ContestId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StageMembers_PersonId",
                table: "StageMembers",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReportNames");

            migrationBuilder.DropTable(
                name: "ReportPeople");

            migrationBuilder.DropTable(
                name: "RosterWordings");

            migrationBuilder.DropTable(
                name: "StageMembers");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "SessionFiles");

            migrationBuilder.DropColumn(
                name: "UnclearWords",
                table: "RosterImports");

            migrationBuilder.DropColumn(
                name: "MoreProblems",
                table: "RosterImportRows");

            migrationBuilder.DropColumn(
                name: "Columns",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Policy",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "Calls",
                table: "KeptProposals");

            migrationBuilder.DropColumn(
                name: "CallsDone",
                table: "KeptProposals");
        }
    }
}
