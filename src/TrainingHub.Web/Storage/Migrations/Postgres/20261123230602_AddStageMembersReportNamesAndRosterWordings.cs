using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
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
                type: "integer",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Decisions",
                table: "RosterImports",
                type: "character varying(10000000)",
                maxLength: 10000000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(1000000)",
                oldMaxLength: 1000000);

            migrationBuilder.AddColumn<string>(
                name: "UnclearWords",
                table: "RosterImports",
                type: "character varying(200000)",
                maxLength: 200000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "MoreProblems",
                table: "RosterImportRows",
                type: "character varying(8000)",
                maxLength: 8000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Columns",
                table: "Reports",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Policy",
                table: "Programmes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Calls",
                table: "KeptProposals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CallsDone",
                table: "KeptProposals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ReportNames",
                columns: table => new
                {
                    ListId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsOfChanges = table.Column<bool>(type: "boolean", nullable: false),
                    Content = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false)
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
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    NamesId = table.Column<Guid>(type: "uuid", nullable: false),
                    NamesDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
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
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Column = table.Column<int>(type: "integer", nullable: false),
                    Folded = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    Word = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PositionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Employment = table.Column<int>(type: "integer", nullable: true),
                    IsLeftOut = table.Column<bool>(type: "boolean", nullable: false),
                    SetAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SetBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterWordings", x => new { x.OrganizationId, x.Column, x.Folded });
                });

            migrationBuilder.CreateTable(
                name: "StageMembers",
                columns: table => new
                {
                    ContestId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamKey = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    GuestName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
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

            migrationBuilder.AlterColumn<string>(
                name: "Decisions",
                table: "RosterImports",
                type: "character varying(1000000)",
                maxLength: 1000000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(10000000)",
                oldMaxLength: 10000000);
        }
    }
}
